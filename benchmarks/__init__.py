"""Commands that print figures for a checkout. They are no tests, and no test depends on a clock."""
