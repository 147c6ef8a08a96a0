"""What is no copy of this course, and what only pretends to be: nothing of it is used."""

from playwright.sync_api import expect

from tests.copies.conftest import (
    WORDS,
    accept,
    attempt,
    bring,
    copy_text,
    everything,
    record,
    saved_copy,
    told,
    values,
)

NO_COPIES = [
    ({"course": "et-andet", "title": "Det andet kursus"}, "Det andet kursus"),
    ({"course": "et-andet", "title": None}, "et-andet"),
    ({"format": 99}, "newerCopy"),
    ({"database": 99}, "newerCopy"),
    ({"format": None}, "notACopy"),
    ({"answers": [{"exercise": "modul/to"}]}, "damagedCopy"),
    ({"answers": [record(at="i går")]}, "damagedCopy"),
    ({"answers": [record(value={"a": 1})]}, "damagedCopy"),
    ({"attempts": "x"}, "damagedCopy"),
    ({"attempts": [attempt(id=5)]}, "damagedCopy"),
    ({"exported": "for nylig"}, "damagedCopy"),
    ({"sealed": {"rounds": 1e15}, "content": "x"}, "damagedCopy"),
]


def test_what_is_no_copy_of_this_course_changes_nothing(open_tab):
    """E3, E4: refused with the reason, and another course by its name."""
    mine = open_tab("my-page")
    for changes, reason in NO_COPIES:
        bring(mine.page, copy_text(**changes))
        said = WORDS.get(reason) or WORDS["otherCourse"].format(course=reason)
        expect(told(mine.page)).to_have_text(said)
        expect(mine.page.locator("[data-role=bring-in]")).to_be_hidden()
    assert everything(mine)["answers"] == []


OTHER_FILES = {
    "emptyFile": [b""],
    "webPage": [b"<!DOCTYPE html><title>x</title>", b"\xef\xbb\xbf\n<html>"],
    "picture": [
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"%PDF-1.7",
        b"PK\x03\x04x",
        b"\0\0\0 ftypheic",
    ],
    "cutOff": [copy_text()[:90].encode(), b'{"course": "kursus", '],
    "notACopy": [b"null", b'"a"', b"[1]", b"\xff\xfe\x00", b"kursus;svar", b"{}"],
}


def test_a_file_of_another_sort_is_told(open_tab):
    """E4 — 0 bytes, a web page, a picture, half a copy, something else."""
    mine = open_tab("my-page")
    for reason, contents in OTHER_FILES.items():
        for content in contents:
            bring(mine.page, content)
            expect(told(mine.page)).to_have_text(WORDS[reason])
    assert mine.page.evaluate("indexedDB.databases()") == []


def test_fifty_megabytes_are_refused_unread(open_tab):
    """E5 — a file that is too large is not even opened."""
    mine = open_tab("my-page")
    mine.page.evaluate(
        """() => {
            File.prototype.arrayBuffer = () => { globalThis.wasRead = true; };
            const chosen = new DataTransfer();
            chosen.items.add(new File([new Uint8Array(50_000_000)], "stor.json"));
            const field = document.querySelector("cw-my-data input[type=file]");
            field.files = chosen.files;
            field.dispatchEvent(new Event("change"));
        }"""
    )
    expect(told(mine.page)).to_have_text(WORDS["tooLarge"])
    assert not mine.page.evaluate("globalThis.wasRead")


DEEP = [
    "[" * 200_000,
    '{"a":' * 200_000,
    copy_text()[:-1] + ', "x": ' + "[" * 200_000 + "]" * 200_000 + "}",
]
ONE_TEXT = '{"course": "kursus", "x": "' + '\\"' * 1_000_000


def test_deep_nesting_is_refused(open_tab):
    """E5 — 200,000 brackets within brackets are counted, not followed; so is a text without end."""
    mine = open_tab("my-page")
    for hostile in DEEP:
        bring(mine.page, hostile)
        expect(told(mine.page)).to_have_text(WORDS["notACopy"])
    bring(mine.page, ONE_TEXT)
    expect(told(mine.page)).to_have_text(WORDS["cutOff"])


def test_brackets_in_a_text_are_not_counted(open_tab):
    """E5 — what a reader typed is not taken for structure."""
    mine = open_tab("my-page")
    bring(mine.page, copy_text(answers=[record(value='[{"\\' * 500)]))
    accept(mine.page)
    assert values(mine) == {("modul/to", "text"): '[{"\\' * 500}


def test_names_of_the_language_are_only_names(open_tab):
    """E5 — exercises and fields called __proto__ or constructor: kept, shown, and harmless."""
    mine = open_tab("my-page")
    names = ["__proto__", "constructor", "toString", "hasOwnProperty"]
    answers = [record(exercise=name, field=other) for name in names for other in names]
    text = copy_text(answers=answers, attempts=[attempt(exercise="__proto__")])
    text = text.replace(
        '"response": {"value"', '"__proto__": {"polluted": "1"}, "response": {"__proto__"'
    )
    bring(mine.page, text[:-1] + ', "__proto__": {"polluted": "ja"}}')
    accept(mine.page)
    assert len(values(mine)) == 16
    assert mine.page.evaluate(
        "[({}).polluted, [].polluted, Object.keys(Object.prototype).length]"
    ) == [None, None, 0]
    expect(mine.page.locator("[data-role=earlier]")).to_contain_text("Min plan")
    bring(mine.page, saved_copy(mine.page)[1])
    accept(mine.page, WORDS["nothingNew"])


def test_parts_that_nothing_expects_are_left_out(open_tab):
    """E5 — a title that is no text, or that says it can be made one."""
    mine = open_tab("my-page")
    odd = {"toString": 1, "valueOf": 1}
    bring(mine.page, copy_text(answers=[record(exercise="modul/vaek", title=odd, more=odd)]))
    accept(mine.page)
    [found] = everything(mine)["answers"]
    assert "title" not in found
    assert "more" not in found
    expect(mine.page.locator("[data-role=earlier]")).to_contain_text("modul/vaek")
