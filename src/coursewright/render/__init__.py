"""A course → HTML fragments and the list of pages. Knows no kind by name and no engine."""
