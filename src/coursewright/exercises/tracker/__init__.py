"""The room of `tracker`: rows that come through stages, each stage with its date."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.tracker.model import Tracker
from coursewright.exercises.tracker.view import view

KIND = Kind(name="tracker", model=Tracker, folder=Path(__file__).parent, view=view)
