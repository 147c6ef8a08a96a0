"""The room of `checklist`: statements with numbers, a score that can be read, a profile."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.checklist.model import Checklist
from coursewright.exercises.checklist.view import view

KIND = Kind(name="checklist", model=Checklist, folder=Path(__file__).parent, view=view)
