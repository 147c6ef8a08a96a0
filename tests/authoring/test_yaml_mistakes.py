"""What YAML stumbles over, told with the line as it should be."""

import time

import pytest

from tests.authoring.courses import COURSE, TEXT, module

NBSP, ZERO_WIDTH = "\u00a0", "\u200b"


def test_duplicate_keys(course):
    """A7 — a key that stands twice is an error with the file and both lines."""
    problem = course.note("say: a\nmore: b\nsay: c").one()
    assert (problem.code, problem.file) == ("duplicate-key", "content/modules/motivation.yml")
    assert (problem.place.line, problem.values["first"]) == (15, 13)
    assert "linje 13" in course.tell(problem).message


def test_duplicate_keys_in_braces(course):
    """A7 — the same inside braces, where both stand on one line."""
    problem = course.note("items: [{id: a, text: b, id: c}]").one()
    assert (problem.code, problem.place) == ("duplicate-key", (13, 36))


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("say: Farve #1 er bedst", '"Farve #1 er bedst"'),
        ("say: #takforsnakken", '"#takforsnakken"'),
        ('say: Sig "ja" #nu', "'Sig \"ja\" #nu'"),
        ("say: En tekst\n  over to #linjer her", '"En tekst over to #linjer her"'),
    ],
)
def test_text_lost_as_a_comment(course, typed, suggested):
    """A9 — a warning that the text after # became a comment."""
    found = [p for p in course.note(typed).problems() if p.code == "lost-text"]
    assert [p.severity for p in found] == ["warning"]
    assert found[0].values["quoted"] == suggested
    assert "kommentar" in course.tell(found[0]).message


def test_a_hyphen_that_is_missing(course):
    """A10 — an entry without its hyphen is told with how to write it, and reading goes on."""
    found = course.note("items:\n  - id: a\n    text: b\n  id: c\n    tekst: d").problems()
    assert (found[0].code, found[0].place) == ("needs-hyphen", (16, 13))
    assert found[0].values["quoted"] == "- id: c"
    assert [each.code for each in found[1:]] == ["unknown-field"]


@pytest.mark.parametrize("comment", ["# et hint", "#", "## to", "#---", "#!"])
def test_a_comment_that_is_meant(course, comment):
    """A9 — a comment with a space after its # is meant, and nobody warns."""
    assert course.note_read_from(f"say: Farve {comment}").say == "Farve"


@pytest.mark.parametrize(
    ("typed", "line", "suggested"),
    [
        ("say: Husk: pause", 13, 'say: "Husk: pause"'),
        ("say: Husk:", 13, 'say: "Husk:"'),
        ("say: x: y: z", 13, 'say: "x: y: z"'),
        ("count: 3\nsay: Husk: pause # til mig", 14, 'say: "Husk: pause" # til mig'),
        ('say: Sig: "ja"', 13, "say: 'Sig: \"ja\"'"),
        ("say: \"Nej\": 'ja'", 13, 'say: "\\"Nej\\": \'ja\'"'),
        ("items: [{id: a, text: Husk: pause}]", 13, 'items: [{id: a, text: "Husk: pause"}]'),
    ],
)
def test_a_colon_in_a_text(course, typed, line, suggested):
    """A10 — `Husk: pause` without quotes: a Danish message with the line and how to write it."""
    problem = course.note(typed).one()
    assert (problem.code, problem.place.line) == ("needs-quotes", line)
    assert problem.values["quoted"] == suggested
    assert course.tell(problem).hint.endswith(f"Skriv: {suggested}")
    mended = [*typed.split("\n")[:-1], suggested]
    assert course.note("\n".join(mended)).codes() == []


def test_a_colon_in_a_list_entry(course):
    """A10 — as a list entry it is fields to YAML; the hint is the same."""
    problem = course.note("options:\n  - Husk: pause\n  - Hej").one()
    assert (problem.code, problem.place) == ("not-text", (14, 15))
    assert '"Husk: pause"' in course.hint(problem)


def test_a_colon_further_down_in_a_text(course):
    """A10 — in a text over several lines the line itself cannot be put in quotes."""
    problem = course.note("say: En lang tekst\n  med Karim: og mere").one()
    assert (problem.code, problem.place.line) == ("colon-in-text", 14)
    assert "|" in course.hint(problem)


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("@karim skrev", '"@karim skrev"'),
        ("%-tegnet", '"%-tegnet"'),
        ("*vigtigt* at huske", '"*vigtigt* at huske"'),
        ("**Husk** det", '"**Husk** det"'),
        ("&c og mere", '"&c og mere"'),
        ("!vigtigt nu", '"!vigtigt nu"'),
        ("- et punkt", '"- et punkt"'),
        ("? et spørgsmål", '"? et spørgsmål"'),
        ("`kode` her", '"`kode` her"'),
        ("| en streg", '"| en streg"'),
        ("> et citat", '"> et citat"'),
        ("[vigtigt] husk", '"[vigtigt] husk"'),
        ("{value} og {lower}?", '"{value} og {lower}?"'),
        ("]x", '"]x"'),
        (", nå", '", nå"'),
        ("'min's'", '"min\'s"'),
        ('"Han sagde "ja" til det"', "'Han sagde \"ja\" til det'"),
        ('"Ja" siger han', "'\"Ja\" siger han'"),
    ],
)
def test_a_sign_that_means_something_else(course, text, suggested):
    r"""A11 — a text that starts with `@ % * & ! - \`` or is `'min's'`: the line, in quotes."""
    problem = course.note(f"say: {text}").one()
    assert problem.place == (13, 16)
    assert problem.values["quoted"] == f"say: {suggested}"
    assert course.tell(problem).hint.endswith(f"say: {suggested}")
    note = course.note_read_from(f"say: {suggested}")
    assert note.say == (text if text[0] not in "\"'" or text[-1] != text[0] else text[1:-1])


def test_a_comma_in_braces(course):
    """A11 — inside braces a comma ends a text; what is left belongs to no field."""
    problem = course.note("items: [{id: a, text: Vælg ét, og øv det}]").one()
    assert (problem.code, problem.place) == ("cut-at-comma", (13, 42))
    assert problem.values["quoted"] == 'text: "Vælg ét, og øv det"'


@pytest.mark.parametrize("typed", ["say: {value}", "say: [vigtigt]"])
def test_braces_alone(course, typed):
    """A11 — what YAML reads as fields or a list, where a text is meant."""
    problem = course.note(typed).one()
    assert (problem.code, problem.values["quoted"]) == ("not-text", f'"{typed[5:]}"')


def test_several_in_one_file(course):
    """A11 — every such line of a file is told in one run, and what stands beside them, too."""
    problems = course.note("say: @a\nmore: b: c\nwhen: 2 til 3\nsee: `x`").problems()
    assert [(p.code, p.place.line) for p in problems] == [
        ("needs-quotes", 13),
        ("needs-quotes", 14),
        ("not-a-range", 15),
        ("needs-quotes", 16),
    ]


@pytest.mark.parametrize(
    ("fields", "place"),
    [("say: a\n\tmore: b", (14, 11)), ("say:\ta", (13, 15)), ("options:\n  -\ta", (14, 14))],
)
def test_tabs(course, fields, place):
    """A12 — a tab that indents or follows a colon: the line, and «brug mellemrum»."""
    problem = course.note(fields).one()
    assert (problem.code, problem.place) == ("tab", place)
    assert "Brug mellemrum" in course.hint(problem)


def test_a_tab_at_the_beginning_of_a_line(course):
    """A12 — nothing but the tabs is told of a file that is indented by them."""
    text = module(TEXT)
    course.write(
        "content/modules/motivation.yml", text.replace("[Du kan noget.]", "\n\t- a\n\t- b")
    )
    assert course.codes() == ["tab", "tab"]
    course.write("content/modules/motivation.yml", text.replace("  ", "\t"))
    assert set(course.codes()) == {"tab"}


def test_tabs_and_odd_spaces_inside_a_text(course):
    """A12 — inside a text a tab or a hard space harms nobody, not even before a colon."""
    text = f"a\tb\n  Karim{NBSP}Ali: c\n  \td{ZERO_WIDTH}"
    assert course.note_read_from(f"more: |\n  {text}").more == text.replace("\n  ", "\n")
    assert course.note_read_from(f"say: 5{NBSP}kr.").say == f"5{NBSP}kr."


@pytest.mark.parametrize(
    ("fields", "place", "character"),
    [
        (f"{NBSP}say: a", (13, 11), "U+00A0, hårdt mellemrum"),
        (f"say:{NBSP}a", (13, 15), "U+00A0, hårdt mellemrum"),
        (f"sa{ZERO_WIDTH}y: a", (13, 13), "U+200B, mellemrum uden bredde"),
        (f"{ZERO_WIDTH}say: a", (13, 11), "U+200B, mellemrum uden bredde"),
        (f"options:\n  -{NBSP}a", (14, 14), "U+00A0, hårdt mellemrum"),
        (f"items: [{{id: a, te{ZERO_WIDTH}xt: b}}]", (13, 29), "U+200B, mellemrum uden bredde"),
        ("\u2003say: a", (13, 11), "U+2003"),
    ],
)
def test_look_alike_spaces(course, fields, place, character):
    """A13 — a hard or zero-width space in a key or an indentation is named."""
    problem = course.note(fields).one()
    assert (problem.code, problem.place) == ("strange-space", place)
    assert character in course.tell(problem).message


def test_look_alike_spaces_around_an_id_or_a_number(course):
    """A13 — around a name or a number they say nothing, and nobody can see them."""
    note = course.note_read_from(f"count: {NBSP}3{ZERO_WIDTH}\nshown: ja{NBSP}\nsee: a/b{NBSP}")
    assert (note.count, note.shown, note.see) == (3, True, "a/b")


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ("", "empty-file", (1, 1)),
        ("\n\n  \n", "empty-file", (1, 1)),
        ("# kun\n# kommentarer\n", "empty-file", (1, 1)),
        ("---\n", "empty-file", (1, 1)),
        ("- a\n- b\n", "not-a-mapping", (1, 1)),
        ("bare en tekst\n", "not-a-mapping", (1, 1)),
        ("[a, b]", "not-a-mapping", (1, 1)),
        ("module: a\n---\nmodule: b\n", "two-documents", (2, 1)),
    ],
)
def test_files_that_are_no_module(course, content, code, place):
    """A16 — empty, only comments, a list or a text at the top, two documents: a message each."""
    course.write("content/modules/motivation.yml", content)
    problem = course.one()
    assert (problem.code, problem.place) == (code, place)


def test_every_such_file_has_its_own_message(course):
    """A16 — and no two of these messages are the same."""
    codes = ("empty-file", "not-a-mapping", "two-documents", "no-course-file")
    words = course.catalogue()
    assert len({words[code]["da"]["message"] for code in codes}) == len(codes)


def test_a_course_file_that_is_no_mapping(course):
    """A16 — the same for course.yml; the modules are still read, and nothing follows from it."""
    course.write("content/course.yml", "# tom\n").note("count: x")
    assert course.codes() == ["empty-file", "not-a-whole-number"]


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (BOMB, "anchor"),
        ("a: &a [*a]\n", "anchor"),
        ("a: &a {b: *a}\n", "anchor"),
        ("base: {x: 1}\nmore:\n  <<: base\n", "anchor"),
        ("a: *ukendt\n", "anchor"),
        ("a: !!python/object/apply:os.system [ls]\n", "tag"),
        ("a: !ENV HOME\n", "tag"),
        ("a: !!int '3'\n", "tag"),
        ("a: !<tag:yaml.org,2002:str> b\n", "tag"),
    ],
)
def test_anchors_and_tags(course, content, code):
    """A17 — alias bombs, recursive aliases, merge keys and any tag are refused in a moment."""
    course.write("content/modules/motivation.yml", content)
    started = time.process_time()
    problems = course.problems()
    assert time.process_time() - started < 1
    told = [course.tell(problem).message for problem in problems if problem.code == code]
    assert told
    assert all("bruges ikke" in message for message in told)


def test_anchors_are_refused_in_every_file(course):
    """A17 — course.yml is read the same way."""
    course.write("content/course.yml", COURSE.replace("En prøve", "&a En prøve")).note("say: a")
    assert course.codes() == ["anchor"]


@pytest.mark.parametrize(
    ("fields", "code", "line"),
    [
        ("say: 'aldrig lukket\ncount: 3", "open-quote", 13),
        ('say: "aldrig lukket\nmore: "x"\ncount: 2', "open-quote", 13),
        ('say: "C:\\mappe"', "backslash", 13),
        ('say: "\\x"', "backslash", 13),
        ("items:\n  - {id: a, text: Hej\n  - {id: b, text: du}", "open-bracket", 14),
        ("say:hej", "needs-space", 13),
        ("say hej\ncount: 1", "no-colon", 13),
        ("count: 3\n  weight: 2", "bad-indent", 14),
        ("[a]: b", "key-is-not-text", 13),
        (": b", "needs-quotes", 13),
    ],
)
def test_other_slips(course, fields, code, line):
    """A12 — slips with quotes, brackets and indentation are told where they are made."""
    problem = course.note(fields).one()
    assert (problem.code, problem.place.line) == (code, line)
