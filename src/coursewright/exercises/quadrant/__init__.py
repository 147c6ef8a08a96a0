"""The room of `quadrant`: a place in a field with four named corners, by two scales."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.quadrant.model import Quadrant
from coursewright.exercises.quadrant.view import view

KIND = Kind(name="quadrant", model=Quadrant, folder=Path(__file__).parent, view=view)
