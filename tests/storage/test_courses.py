"""Courses beside each other on one origin, and one course at two addresses."""

ODD_IDS = [
    "kursus:to",
    "kursus/../to",
    "Kursus",
    "k\u00fcrsus",
    "ku\u0308rsus",
    "%3A;",
    "a b",
    "'\"",
    "👍",
]


def test_courses_on_one_origin_share_nothing(open_tab):
    """C15 — no shared key, database or cache name, whatever the ids; clearing one leaves all."""
    tab = open_tab()
    names = tab.page.evaluate(
        """async (courses) => {
            const { nameOf } = await import("/web/store.mjs");
            return courses.map(nameOf);
        }""",
        ["kursus", *ODD_IDS],
    )
    assert len(set(names)) == len(names)
    for one in names:
        assert not [other for other in names if other.startswith(f"{one}:")]
    answers = tab.page.evaluate(
        """async (courses) => {
            const { AnswerStore } = await import("/web/store.mjs");
            for (const course of courses) {
                const changes = [{ field: "f", value: course }];
                await AnswerStore.for(course).save("m/e", { round: 1, changes, attempts: [] });
            }
            await AnswerStore.for(courses[0]).clear();
            const all = courses.map((course) => AnswerStore.for(course).everything());
            return (await Promise.all(all)).map(({ answers }) => answers.map((r) => r.value));
        }""",
        ["kursus", *ODD_IDS],
    )
    assert answers == [[], *[[course] for course in ODD_IDS]]


def test_the_same_course_at_two_paths_shares_its_answers(open_tab):
    """C16 — a preview at another path of the origin: by course id, never by path."""
    tab = open_tab()
    tab.type("text", "Ét kursus")
    tab.is_saved()
    preview = open_tab(at="/preview")
    preview.shows("text", "Ét kursus")
    preview.tap("value", "4")
    tab.shows("value", "4")
    assert "/preview/" in preview.page.url
