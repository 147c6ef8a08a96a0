"""The room of `logbook`: dated entries, added one by one."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.logbook.model import Logbook
from coursewright.exercises.logbook.view import view

KIND = Kind(name="logbook", model=Logbook, folder=Path(__file__).parent, view=view)
