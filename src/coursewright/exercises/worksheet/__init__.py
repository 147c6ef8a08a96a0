"""The room of `worksheet`: a form that is filled in, kept and revised."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.worksheet.model import Worksheet
from coursewright.exercises.worksheet.view import view

KIND = Kind(name="worksheet", model=Worksheet, folder=Path(__file__).parent, view=view)
