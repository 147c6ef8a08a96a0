"""The room of `dialogue`: a conversation in which the participant chooses what to say."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.dialogue.model import Dialogue
from coursewright.exercises.dialogue.view import view

KIND = Kind(name="dialogue", model=Dialogue, folder=Path(__file__).parent, view=view)
