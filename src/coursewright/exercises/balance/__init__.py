"""The room of `balance`: what speaks for and against, weighed and never judged."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.balance.model import Balance
from coursewright.exercises.balance.view import view

KIND = Kind(name="balance", model=Balance, folder=Path(__file__).parent, view=view)
