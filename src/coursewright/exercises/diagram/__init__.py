"""The room of `diagram`: a figure to read, drawn from data, with everything in it as text."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.diagram.model import Diagram
from coursewright.exercises.diagram.view import view

KIND = Kind(name="diagram", model=Diagram, folder=Path(__file__).parent, view=view)
