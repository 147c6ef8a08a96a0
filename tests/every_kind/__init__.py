"""What every kind of exercise must be able to do, tried on all examples of all rooms.

A new room is covered as soon as its folder is there: nothing here knows a kind by name.
"""
