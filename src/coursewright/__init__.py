"""Courses from YAML: exercises that participants use on their own phones."""
