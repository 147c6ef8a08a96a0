"""The methods the course promises: each has an exercise, and the catalogue names it."""

import json
from contextlib import redirect_stdout
from io import StringIO

import pytest

from coursewright.commands import main
from tests.site.courses import ROOT

TOOLS = {
    "motivation": """
        union-motivation-pair-talk sources-of-motivation-brainstorm inner-outer-motivation-sort
        three-core-questions-check motivation-needs-others-reflection four-responsibilities-vote
        how-do-you-motivate-colleagues five-motivation-orientations three-conversation-topics
        personal-talk-checklist relation-then-change-method three-technique-toolbox
        further-education-dialogue conversation-formula-builder hard-but-possible-reflection
        non-motivating-interview post-talk-motivation-scale motivation-up-down-sort
        millers-five-points two-assumptions-cards mi-spirit-match influence-chain-diagram
        change-talk-sort importance-confidence-plot importance-scale-question
        confidence-scale-question confidence-builders-picker goal-scale-question-bank
        motivating-interview mi-origin-factcard
    """,
    "feedback": """
        why-feedback-cards two-needs-balance feedback-contract appreciative-feedback-practice
        three-ks-check own-half-sort giving-feedback-rules receiving-feedback-rules
        feedback-triad triad-debrief feedback-culture-reflection
    """,
    "abc-plan": """
        abc-classify abc-overlap-diagram abc-benefits-picker abc-six-step-session
        abc-job-plan-form competence-uncovering functions-from-cv next-step-agreement
        abc-weight-shift-calendar abc-readiness-check abc-local-use-reflection
        expert-input-to-advice
    """,
    "modstand": """
        resistance-signs-check resistance-pair-reflection resistance-as-signal-quiz
        three-levers-reframe find-the-good-intention harden-relax-sort
        appreciative-communication-moves two-grips-dialogue six-step-reformulation complaint-relay
    """,
    "laeringsmiljo": """
        core-task-opening learning-environment-map good-colleague-12
        manager-colleague-role-question twelve-grips-picker meeting-score rooms-for-learning-map
        competent-behaviour-negotiation learning-culture-values
    """,
}


@pytest.fixture(scope="module")
def catalogue():
    printed = StringIO()
    with redirect_stdout(printed):
        assert main(["catalogue", "--json", str(ROOT)]) == 0
    return json.loads(printed.getvalue())


def test_the_list_is_whole():
    assert sum(len(tools.split()) for tools in TOOLS.values()) == 72


@pytest.mark.parametrize("module", TOOLS)
def test_every_tool_of_a_module_is_an_exercise_in_it(catalogue, module):
    """The catalogue names all the methods, each where it is taught."""
    there = {tool for entry in catalogue if entry["module"] == module for tool in entry["tools"]}
    assert set(TOOLS[module].split()) - there == set()


def test_the_course_has_what_a_course_needs(catalogue):
    """Talks, figures and sessions in every module that has a group; nothing stands twice."""
    kinds = {(entry["module"], entry["kind"]) for entry in catalogue}
    for module in TOOLS:
        assert {(module, "dialogue"), (module, "session"), (module, "diagram")} <= kinds, module
    addresses = [entry["address"] for entry in catalogue]
    assert len(addresses) == len(set(addresses))
