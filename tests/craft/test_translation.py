"""Languages that the interface does not speak in full."""

import pytest

from coursewright.commands.checking import check
from coursewright.core.kinds import find_kinds
from coursewright.render.assets import WEB
from coursewright.render.translation_checking import OWN, count_missing
from tests.authoring.courses import COURSE, TEXT, CourseFolder

KINDS = find_kinds()
SCALE = """\
      - scale:
          id: a
          question: Q?
          from: 1
          to: 2
          anchors: {1: A, 2: B}
"""


def found(folder, settings, blocks=TEXT):
    CourseFolder(folder).write("content/course.yml", settings).module(blocks)
    problems = check(folder, KINDS, "en", None).problems
    return [(each.code, each.place.line, each.values["language"]) for each in problems]


def test_a_language_without_words_is_told_once_and_where_it_is_named(tmp_path):
    text = COURSE + "languages: [da, en, nb, fi]\n"
    assert found(tmp_path, text) == [("missing-translation", 5, "fi")]
    assert found(tmp_path, text.replace("language: da", "language: fi")) == [
        ("missing-translation", 3, "fi")
    ]


def test_the_kinds_that_are_used_count(tmp_path):
    def total(blocks):
        CourseFolder(tmp_path).write("content/course.yml", COURSE.replace("da", "fi"))
        CourseFolder(tmp_path).module(blocks)
        [problem] = check(tmp_path, KINDS, "en", None).problems
        assert problem.values["missing"] == problem.values["total"]
        return problem.values["total"]

    assert total(SCALE) > total(TEXT) > 0


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_our_three_languages_are_whole(language):
    """In every kind, not only in those that one course uses."""
    rooms = [kind.folder / "words.yml" for kind in KINDS.values()]
    total, missing = count_missing([OWN, *WEB.glob("*.yml"), *rooms], language)
    assert total > 0
    assert missing == 0
