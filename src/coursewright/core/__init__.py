"""Courses as data: reading, checking, telling what is wrong. Knows no site and no engine."""
