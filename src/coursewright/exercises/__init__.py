"""The rooms: one folder per kind of exercise, with everything that belongs to it."""
