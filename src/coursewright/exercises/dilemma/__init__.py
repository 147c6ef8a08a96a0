"""The room of `dilemma`: a choice and a reason, then what others chose and what speaks for each."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.dilemma.model import Dilemma
from coursewright.exercises.dilemma.view import view

KIND = Kind(name="dilemma", model=Dilemma, folder=Path(__file__).parent, view=view)
