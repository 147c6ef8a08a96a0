"""The room of `scale`: one numbered question, and follow-ups that depend on the number."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.scale.model import Scale
from coursewright.exercises.scale.view import view

KIND = Kind(name="scale", model=Scale, folder=Path(__file__).parent, view=view)
