"""Courses from and to other programs: one module for each format.

A format is a module with `write(bank)` and `read(text, file, words)`. Questions are plain data in
the shape that trainers write; what a format cannot say becomes a finding or a problem.
"""
