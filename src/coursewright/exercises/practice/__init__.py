"""The room of `practice`: an own answer first, then models to compare it with."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.practice.model import Practice
from coursewright.exercises.practice.view import view

KIND = Kind(name="practice", model=Practice, folder=Path(__file__).parent, view=view)
