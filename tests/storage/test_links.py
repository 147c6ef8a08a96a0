"""What was answered in one exercise stands in another."""

from playwright.sync_api import expect

SHOWN = ".cw-shown"


def test_the_answer_to_another_exercise_is_shown(open_tab):
    scale, plan = open_tab(), open_tab("rows", exercise="modul/plan")
    shown = plan.page.locator(SHOWN)
    expect(shown).to_contain_text("Du har ikke svaret endnu.")
    scale.tap("value", "7")
    scale.is_saved()
    expect(shown).to_contain_text("7 af 10")
    scale.tap("value", "4")
    expect(shown).to_contain_text("4 af 10")


def test_it_is_there_at_once_on_another_day(open_tab):
    scale = open_tab()
    scale.tap("value", "7")
    scale.is_saved()
    scale.page.close()
    plan = open_tab("rows", exercise="modul/plan")
    expect(plan.page.locator(SHOWN)).to_contain_text("7 af 10")


def test_what_is_wiped_is_not_shown_any_more(open_tab):
    scale, plan = open_tab(), open_tab("rows", exercise="modul/plan")
    scale.tap("value", "7")
    expect(plan.page.locator(SHOWN)).to_contain_text("7 af 10")
    plan.ask("(store) => store.clear()")
    expect(plan.page.locator(SHOWN)).to_contain_text("Du har ikke svaret endnu.")
