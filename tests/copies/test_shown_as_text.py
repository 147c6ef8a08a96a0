"""What a copy brings is text wherever it is shown or taken to."""

from playwright.sync_api import expect

from tests.copies.conftest import accept, attempt, bring, copy_text, record

HOSTILE = [
    "<img src=x onerror=\"document.title='ramt'\">",
    "javascript:document.title='ramt'",
    "{{ 7*7 }}{% x %}{count}{value}",
    "</script><script>document.title='ramt'</script>",
    "\u202ebagvendt\u2028linje",
]


def hostile(text):
    """A copy in which every text is this one."""
    result = {
        "text": text,
        "lines": [{"title": text, "text": text}],
        "items": [text],
        "ids": [text],
    }
    tries = [attempt(response={"text": text, text: text}, result=result, version=text)]
    kept = {"title": text, "version": text, "asked": text, "said": text}
    answers = [
        record(exercise="modul/to", value=text, **kept),
        record(exercise="modul/to", field=text, value=text, **kept),
        record(exercise=text, value=text, **kept),
    ]
    return copy_text(answers=answers, attempts=tries, title=text, setAside=[text])


def test_hostile_answers_are_shown_as_text(open_tab):
    """E6 — markup, addresses and placeholders as answers: on Min side and in the exercise."""
    for text in HOSTILE:
        mine = open_tab("my-page")
        bring(mine.page, hostile(text))
        accept(mine.page)
        expect(mine.page.locator("[data-role=earlier]")).to_contain_text(text[:12])
        tab = open_tab(exercise="modul/to")
        expect(tab.field("text")).to_have_value(text)
        for page in (mine.page, tab.page):
            assert page.title() != "ramt"
            links = page.locator("a").evaluate_all("(all) => all.map(({ protocol }) => protocol)")
            assert set(links) <= {"http:"}
            assert page.locator("img, main script:not(.cw-spec)").count() == 0
        mine.ask("(store) => store.clear()")


def test_a_hostile_title_is_told_as_text(open_tab):
    """E6 — the name of another course, in the sentence that refuses it."""
    page = open_tab("my-page").page
    bring(page, copy_text(course="andet", title=HOSTILE[0]))
    expect(page.locator("cw-my-data [data-role=status]")).to_contain_text(HOSTILE[0])
    assert page.locator("cw-my-data img").count() == 0


def test_what_is_copied_is_no_formula_in_a_spreadsheet(open_tab, phone):
    """E14 — no table leaves the phone; what is copied has no tabs, and no line begins a formula."""
    phone.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = open_tab(exercise="modul/to")
    cells = ["=1+1", "+45 12 34", "-2", "@x", "\t=HYPERLINK()", "a\t=b", "plus 1 = 2"]
    tab.type("text", "\n".join(cells))
    tab.is_saved()
    tab.page.bring_to_front()
    copied = tab.page.evaluate(
        """async () => {
            const { copyText } = await import("/web/messages.mjs");
            const readings = [];
            await copyText(document.querySelector("[name=text]").value);
            readings.push(await navigator.clipboard.readText());
            return readings;
        }"""
    )
    expected = [" =1+1", " +45 12 34", " -2", " @x", " =HYPERLINK()", "a =b", "plus 1 = 2"]
    assert copied == ["\n".join(expected)]
