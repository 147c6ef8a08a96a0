"""The room of `session`: timed steps, alone or together, with roles and rounds."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.session.model import Session
from coursewright.exercises.session.view import view

KIND = Kind(name="session", model=Session, folder=Path(__file__).parent, view=view)
