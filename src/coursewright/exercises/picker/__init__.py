"""The room of `picker`: a catalogue to choose from, and an order of one's own."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.picker.model import Picker
from coursewright.exercises.picker.view import view

KIND = Kind(name="picker", model=Picker, folder=Path(__file__).parent, view=view)
