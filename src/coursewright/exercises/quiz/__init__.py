"""Quiz: questions with feedback, drawn from banks that several lessons can share."""

from pathlib import Path

from coursewright.core.kinds import Kind, Shelf
from coursewright.exercises.quiz.bank import Bank
from coursewright.exercises.quiz.model import SHELF, Quiz
from coursewright.exercises.quiz.view import view

KIND = Kind(
    name="quiz",
    model=Quiz,
    folder=Path(__file__).parent,
    view=view,
    shelf=Shelf(folder=SHELF, key="bank", model=Bank),
    short="use",
)
