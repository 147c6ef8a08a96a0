"""The room of `survey`: mixed questions, some of which depend on an earlier answer."""

from pathlib import Path

from coursewright.core.kinds import Kind
from coursewright.exercises.survey.model import Survey
from coursewright.exercises.survey.view import view

KIND = Kind(name="survey", model=Survey, folder=Path(__file__).parent, view=view)
