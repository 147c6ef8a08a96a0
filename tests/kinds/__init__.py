"""Kinds of exercise that others bring: in their course, or as a package."""
