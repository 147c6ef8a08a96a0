"""The room of `agenda`: a programme with times, and where it is now."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.agenda.model import Agenda
from coursewright.exercises.agenda.view import view

KIND = Kind(name="agenda", model=Agenda, folder=Path(__file__).parent, view=view)
