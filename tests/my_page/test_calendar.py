"""Calendar files, read back by a library that knows the standard, and the phone's share sheet."""

from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

ADDRESS = "assets/coursewright/web/"
MAKE = """async ([root, entries]) => {
    const { calendarFile } = await import(root + "calendar.mjs");
    const { entryFor } = await import(root + "reminders.mjs");
    return calendarFile(entries.map((entry) => entry.uid ? entry : entryFor(entry)));
}"""
HOSTILE = [
    "Linje et\nlinje to\r\nlinje tre\rlinje fire",
    "komma, semikolon; skråstreg \\ og \\n to tegn",
    "æøå ÆØÅ 👩‍👩‍👧‍👦 é é",
    "BEGIN:VEVENT\r\nSUMMARY:snyd\r\nEND:VCALENDAR",
    "x" * 5000,
    "🎈" * 1250,
    "tegn\0der\x1bikke\x7fmå være\x85der",
    ' "anførsel" : {count} $& \t tab',
    "  mellemrum  til sidst ",
]
ABOUT = {
    "course": "lille-kursus",
    "exercise": "motivation/plan",
    "field": "aftaler.r1.frist",
    "date": "2026-12-01",
    "heading": "Min plan",
    "href": "https://example.org/motivation/#plan",
}


def plain(text):
    """What is left of a text in a calendar: one sort of line end, no control characters."""
    for end in ("\r\n", "\r"):
        text = text.replace(end, "\n")
    controls = {chr(code) for code in (*range(32), *range(127, 160))} - {"\n", "\t"}
    return "".join(sign for sign in text if sign not in controls)


def read(text):
    """Check a file's form; give its events."""
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert text.encode().decode() == text, "no sign is cut in two"
    calendar = Calendar.from_ical(text)
    assert calendar["VERSION"] == "2.0"
    assert not calendar.errors
    events = calendar.walk("VEVENT")
    assert not any(event.errors for event in events)
    return events


def made(phone, *entries):
    return phone.page.evaluate(MAKE, [phone.site.address + ADDRESS, list(entries)])


def test_whatever_was_written_arrives_as_it_was(mine):
    """As a title and as a description; nothing becomes a property or an event of its own."""
    entries = [
        {"uid": f"u{n}", "title": text, "text": text, "date": "2026-12-01"}
        for n, text in enumerate(HOSTILE)
    ]
    events = read(made(mine, *entries))
    assert [str(event["SUMMARY"]) for event in events] == [plain(text) for text in HOSTILE]
    assert [str(event["DESCRIPTION"]) for event in events] == [plain(text) for text in HOSTILE]


def test_a_step_in_hostile_words_is_a_short_title_and_the_whole_text(mine):
    events = read(made(mine, *({**ABOUT, "words": text} for text in HOSTILE)))
    for event, text in zip(events, HOSTILE, strict=True):
        assert len(str(event["SUMMARY"])) <= 102
        assert "\n" not in str(event["SUMMARY"])
        whole = plain(text)
        assert str(event["SUMMARY"]) == whole or whole in str(event["DESCRIPTION"])
        assert str(event["DESCRIPTION"]).endswith(ABOUT["href"])


def test_a_whole_day_has_no_zone_and_blocks_nothing(mine):
    """A floating day with a reminder at nine, which a calendar shows as free and private."""
    [event] = read(made(mine, {**ABOUT, "words": "Ring"}))
    assert event["DTSTART"].dt == date(2026, 12, 1)
    assert event["DTEND"].dt == date(2026, 12, 2)
    assert (event["TRANSP"], event["CLASS"]) == ("TRANSPARENT", "PRIVATE")
    assert event["UID"] == "lille-kursus.motivation.plan.aftaler.r1.frist@coursewright"
    assert event["DTSTAMP"].dt.tzinfo is not None
    [alarm] = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(hours=9)


def test_a_time_of_day_is_the_readers_own_and_a_rhythm_ends(mine):
    entry = {"uid": "u", "title": "x", "date": "2026-12-31", "time": "10:30", "minutes": 45}
    repeat = {"every": "week", "count": 4}
    timed, again = read(made(mine, entry, {**entry, "time": None, "repeat": repeat}))
    assert timed["DTSTART"].dt == datetime(2026, 12, 31, 10, 30)
    assert timed["DURATION"].dt == timedelta(minutes=45)
    assert timed.walk("VALARM")[0]["TRIGGER"].dt == timedelta(minutes=-30)
    assert again["DTEND"].dt == date(2027, 1, 1)
    assert again["RRULE"] == {"FREQ": ["WEEKLY"], "COUNT": [4]}


def test_a_later_file_of_the_same_day_is_newer(mine):
    """The same entry with a higher sequence replaces the earlier one where a calendar can."""
    [before] = read(made(mine, {**ABOUT, "words": "Ring"}))
    mine.page.clock.set_fixed_time("2026-11-29T08:00:00+01:00")
    [after] = read(made(mine, {**ABOUT, "words": "Ring", "date": "2026-12-08"}))
    assert before["UID"] == after["UID"]
    assert 0 < before["SEQUENCE"] < after["SEQUENCE"] < 2**31


@pytest.mark.parametrize(
    ("day", "every", "then"),
    [
        ("2026-12-31", "day", "2027-01-01"),
        ("2026-03-28", "day", "2026-03-29"),
        ("2026-10-24", "week", "2026-10-31"),
        ("2027-01-31", "month", "2027-02-28"),
        ("2028-01-31", "month", "2028-02-29"),
    ],
)
def test_the_next_time(mine, day, every, then):
    """C22 — over the end of a month, of a year and of summer time."""
    script = "async ([root, ...all]) => (await import(root + 'days.mjs')).later(...all)"
    assert mine.page.evaluate(script, [mine.site.address + ADDRESS, day, every]) == then


def saved(page, act):
    with page.expect_download() as download:
        act()
    return download.value


def text_of(download):
    return download.path().read_bytes().decode()


def test_all_days_to_come_in_one_file(mine):
    mine.save("motivation/plan", {"skridt": "Ring til Bo", "dag": "2026-12-01"})
    mine.save("feedback/ny-plan", {"hvad": "Spørg Eva", "naar": "2026-12-03"})
    button = mine.page.get_by_role("button", name="Sæt alle dagene i min kalender")
    download = saved(mine.page, button.click)
    assert download.suggested_filename == "2026-12-01.ics"
    events = read(text_of(download))
    assert [event["SUMMARY"] for event in events] == ["Mit næste skridt", "Spørg Eva"]
    assert "Ring til Bo" in events[0]["DESCRIPTION"]
    expect(mine.page.locator("cw-my-page").get_by_role("status").first).to_have_text(
        "Filen til kalenderen er klar. Åbn den, og gem."
    )


def test_an_exercise_gives_the_same_entry_and_a_line_to_write_down(phone):
    page = phone.go("motivation/planen/")
    plan = page.locator("cw-worksheet")
    plan.get_by_label("Det gør jeg").fill("Ring til Bo")
    plan.get_by_label("Hvornår?").first.fill("2026-12-01")
    line = plan.locator("[data-role=plain-date]")
    expect(line).to_have_text("Uden kalender? Skriv det ned: «tirsdag 1. december: Ring til Bo»")
    button = plan.get_by_role("button", name="Sæt i min kalender")
    [event] = read(text_of(saved(page, button.click)))
    assert event["SUMMARY"] == "Mit næste skridt"
    assert "Ring til Bo" in event["DESCRIPTION"]
    phone.go()
    again = phone.part("next").get_by_role("button", name="Sæt i min kalender")
    [same] = read(text_of(saved(page, again.click)))
    assert same["UID"] == event["UID"]
    assert same["DESCRIPTION"] == event["DESCRIPTION"]
    page = phone.go("motivation/planen/")
    page.locator("cw-worksheet").get_by_label("Hvornår?").first.fill("")
    expect(line).to_be_hidden()


def test_a_page_without_a_day_fetches_no_calendar(phone):
    """What makes calendars and shares comes when it is needed."""
    asked = []
    phone.context.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    page = phone.go("motivation/planen/")
    expect(page.locator("cw-worksheet[data-state]")).to_be_visible()
    later = {"calendar.mjs", "reminders.mjs", "sharing.mjs"}
    assert later.isdisjoint(asked)
    page.locator("cw-worksheet").get_by_label("Hvornår?").first.fill("2026-12-01")
    expect(page.locator("[data-role=plain-date]").first).to_be_visible()
    assert later <= set(asked)


SHARING = """
    globalThis.shared = [];
    const give = (value) => ({ configurable: true, value });
    Object.defineProperty(navigator, "canShare", give(({ files }) => FILES && files.length === 1));
    Object.defineProperty(navigator, "share", give(async (data) => {
        shared.push(data.files ? { file: await data.files[0].text(), type: data.files[0].type,
            name: data.files[0].name } : data);
        if (OUTCOME) throw new DOMException("x", OUTCOME);
    }));
"""


def with_sharing(phone, *, files=True, outcome=""):
    script = SHARING.replace("FILES", str(files).lower()).replace("OUTCOME", f"'{outcome}'")
    phone.page.add_init_script(script)
    return phone.go("motivation/planen/")


def plan_with_a_day(page):
    plan = page.locator("cw-worksheet")
    plan.get_by_label("Det gør jeg").fill("Ring til Bo")
    plan.get_by_label("Hvornår?").first.fill("2026-12-01")
    return plan


def shares(page, count):
    """Wait until so much has been handed to the share sheet."""
    while page.evaluate("shared.length") < count:
        page.wait_for_timeout(20)
    return page.evaluate("shared")


def test_a_day_goes_to_the_share_sheet_where_it_takes_files(phone):
    page = with_sharing(phone)
    plan_with_a_day(page).get_by_role("button", name="Sæt i min kalender").click()
    [shared] = shares(page, 1)
    assert (shared["type"], shared["name"]) == ("text/calendar", "2026-12-01.ics")
    [event] = read(shared["file"])
    assert event["DTSTART"].dt == date(2026, 12, 1)


@pytest.mark.parametrize(("files", "outcome"), [(False, ""), (True, "NotAllowedError")])
def test_a_day_is_saved_where_the_share_sheet_refuses(phone, files, outcome):
    page = with_sharing(phone, files=files, outcome=outcome)
    button = plan_with_a_day(page).get_by_role("button", name="Sæt i min kalender")
    assert len(read(text_of(saved(page, button.click)))) == 1


def test_answers_are_shared_at_a_tap_and_only_then(phone):
    """«Del» stands beside «Kopiér svarene», which is still there."""
    page = with_sharing(phone)
    plan = plan_with_a_day(page)
    share = plan.get_by_role("button", name="Del", exact=True)
    expect(share).to_be_visible()
    expect(plan.get_by_role("button", name="Kopiér svarene")).to_be_visible()
    assert page.evaluate("shared") == []
    share.click()
    [shared] = shares(page, 1)
    assert shared["title"] == "Min plan"
    assert "Ring til Bo" in shared["text"]


@pytest.mark.parametrize(("outcome", "said"), [("AbortError", ""), ("DataError", "Kopieret")])
def test_a_share_that_comes_to_nothing(phone, outcome, said):
    """Who changes their mind hears nothing; where the phone refuses, the text is copied."""
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = with_sharing(phone, outcome=outcome)
    plan = plan_with_a_day(page)
    expect(plan.locator("[data-role=saved]")).to_have_text("Gemt på denne telefon")
    status = plan.get_by_role("status")
    expect(status).to_have_text("Gemt på denne telefon")
    plan.get_by_role("button", name="Del", exact=True).click()
    shares(page, 1)
    if said:
        expect(status).to_have_text(said)
        assert "Ring til Bo" in page.evaluate("navigator.clipboard.readText()")
    else:
        expect(status).to_have_text("Gemt på denne telefon")


def test_a_step_is_shared_as_a_line(phone):
    phone.page.add_init_script(SHARING.replace("FILES", "true").replace("OUTCOME", "''"))
    phone.go()
    phone.save("motivation/plan", {"skridt": "Ring til Bo", "dag": "2026-12-01"})
    phone.part("next").get_by_role("button", name="Del", exact=True).click()
    [shared] = shares(phone.page, 1)
    assert shared == {"title": "Min plan", "text": "tirsdag 1. december: Ring til Bo"}


def test_without_a_share_sheet_there_is_no_button_for_it(mine):
    mine.save("motivation/plan", {"skridt": "Ring til Bo", "dag": "2026-12-01"})
    expect(mine.part("next").get_by_role("button", name="Kopiér")).to_be_visible()
    expect(mine.part("next").get_by_role("button", name="Del")).to_have_count(0)
