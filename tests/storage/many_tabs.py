"""Three tabs, anything that happens to them, and a model that knows what must be stored."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Error

from tests.storage.conftest import Tab
from tests.storage.test_failing import DEATHS, FULL, HANDLES
from tests.storage.test_leaving import HIDE

TABS = 3
FIELDS = ("text", "line", "value")
Operation = list[Any]
Key = tuple[str, str]  # exercise, field
WEIGHTS = {
    "type": 52,
    "tap": 20,
    "wait": 10,
    "hide": 5,
    "reload": 3,
    "switch": 3,
    "kill": 1.2,
    "hide-kill": 1.2,
    "full": 1,
    "room": 1.2,
    "dead": 2,
    "wipe": 0.4,
}
TYPE = """([field, text]) => {
    const control = document.querySelector(`[name=${field}]`);
    control.focus();
    control.value = text;
    control.dispatchEvent(new InputEvent("input", { bubbles: true }));
}"""
TAP = "(value) => document.querySelector(`[name=value][value='${value}']`).click()"
SHOW = """() => { delete document.hidden; }"""
VALUES = "({...document.querySelector('cw-sample').values()})"
SAVED = "document.querySelector('[data-role=saved]').textContent !== ''"
READY = "document.querySelector('[data-state]') !== null"


def operations(seed: int, count: int) -> Iterator[Operation]:
    """Give what happens, the same for the same seed: [what, tab, …]."""
    chance = random.Random(seed)
    names, weights = list(WEIGHTS), list(WEIGHTS.values())
    for number in range(count):
        [what] = chance.choices(names, weights)
        tab = chance.randrange(TABS)
        rest: dict[str, list[Any]] = {
            "type": [chance.choice(["text", "line"]), f"ord {number}"],
            "tap": [chance.choice("147")],
            "switch": [f"modul/q{chance.randrange(TABS)}"],
            "room": [f"plads {number}"],
            "dead": [chance.choice(list(DEATHS))],
        }
        yield [what, tab, *rest.get(what, [])]


@dataclass
class Unsaved:
    """What a reader wrote in one field since the page last called it stored.

    values: all of it, for a pause while writing stores what stands there. rivals: what other tabs
    stored there since the last of them; that one may have been stored before, or after.
    """

    values: list[str] = field(default_factory=list)
    rivals: set[str] = field(default_factory=set)


class Model:
    """What may be stored: for each field the values that are possible, usually one."""

    def __init__(self) -> None:
        self.stored: dict[Key, set[str | None]] = {}
        self.unsaved: list[dict[Key, Unsaved]] = [{} for _ in range(TABS)]

    def write(self, tab: int, key: Key, value: str) -> None:
        wrote = self.unsaved[tab].setdefault(key, Unsaved())
        wrote.values.append(value)
        wrote.rivals.clear()

    def on_the_way(self, key: Key) -> set[str]:
        return {value for each in self.unsaved if key in each for value in each[key].values}

    def keep(self, tab: int) -> None:
        """All that this tab's reader wrote is stored."""
        for key, wrote in self._settled(tab):
            self.stored[key] = {wrote.values[-1], *wrote.rivals, *self.on_the_way(key)}

    def lose(self, tab: int) -> None:
        """What this tab had on the way is stored, or is not."""
        for key, wrote in self._settled(tab):
            self.stored.setdefault(key, {None}).update(wrote.values)

    def _settled(self, tab: int) -> list[tuple[Key, Unsaved]]:
        own, self.unsaved[tab] = self.unsaved[tab], {}
        for key, wrote in own.items():
            for other in self.unsaved:
                if key in other:
                    other[key].rivals.update(wrote.values)
        return list(own.items())

    def wipe(self) -> None:
        self.stored = {}
        self.unsaved = [{} for _ in range(TABS)]

    def check(self, exercise: str, found: dict[str, str]) -> None:
        """Compare what a page or the database has of an exercise, and learn which it was."""
        for name in FIELDS:
            key = (exercise, name)
            possible = self.stored.get(key, {None}) | self.on_the_way(key)
            assert found.get(name) in possible, f"{key}: {found} of {possible}"
            if not self.on_the_way(key):
                self.stored[key] = {found.get(name)}


class ManyTabs:
    """Plays operations in real tabs beside the model."""

    def __init__(self, open_tab: Callable[..., Tab]) -> None:
        self.open_tab = open_tab
        self.model = Model()
        self.exercises = [f"modul/q{number}" for number in range(TABS)]
        self.full = [False] * TABS
        self.tabs = [self.opened(number) for number in range(TABS)]

    def opened(self, number: int) -> Tab:
        tab = self.open_tab(exercise=self.exercises[number], init=HANDLES + FULL)
        self.full[number] = False
        until(tab, READY)
        return tab

    def play(self, operation: Operation) -> None:
        what, number, *rest = operation
        getattr(self, "do_" + what.replace("-", "_"))(number, self.tabs[number], *rest)

    def do_type(self, number: int, tab: Tab, name: str, text: str) -> None:
        self.model.write(number, (self.exercises[number], name), text)
        tab.page.evaluate(TYPE, [name, text])

    def do_tap(self, number: int, tab: Tab, value: str) -> None:
        self.model.write(number, (self.exercises[number], "value"), value)
        tab.page.evaluate(TAP, value)

    def do_wait(self, number: int, tab: Tab) -> None:
        if self.full[number] or not self.model.unsaved[number]:
            return
        until(tab, SAVED)
        self.model.keep(number)

    def do_hide(self, _: int, tab: Tab) -> None:
        tab.page.evaluate(HIDE.replace("{value: true}", "{value: true, configurable: true}"))
        tab.page.evaluate(SHOW)

    def do_reload(self, number: int, tab: Tab) -> None:
        tab.page.reload()
        self.arrived(number)

    def do_switch(self, number: int, tab: Tab, exercise: str) -> None:
        tab.page.goto(tab.address.partition("?")[0] + f"?exercise={exercise}")
        self.arrived(number, exercise)

    def arrived(self, number: int, exercise: str | None = None) -> None:
        """The page that left stored everything, unless it could not."""
        (self.model.lose if self.full[number] else self.model.keep)(number)
        self.full[number] = False
        self.exercises[number] = exercise or self.exercises[number]
        self.look(number)

    def do_kill(self, number: int, tab: Tab) -> None:
        self.crash(tab)
        self.model.lose(number)
        self.come_back(number)

    def do_hide_kill(self, number: int, tab: Tab) -> None:
        tab.page.evaluate(HIDE)
        self.crash(tab)
        (self.model.lose if self.full[number] else self.model.keep)(number)
        self.come_back(number)

    def crash(self, tab: Tab) -> None:
        with tab.page.expect_event("crash"), suppress(Error):
            tab.page.goto("chrome://crash")
        tab.page.close()

    def come_back(self, number: int) -> None:
        self.tabs[number] = self.opened(number)
        self.look(number)

    def look(self, number: int) -> None:
        until(self.tabs[number], READY)
        self.model.check(self.exercises[number], self.tabs[number].page.evaluate(VALUES))

    def do_full(self, number: int, tab: Tab) -> None:
        self.full[number] = True
        tab.page.evaluate("full = true")

    def do_room(self, number: int, tab: Tab, text: str) -> None:
        """There is room again; the next change stores everything."""
        tab.page.evaluate("full = false")
        self.full[number] = False
        self.do_type(number, tab, "line", text)

    def do_dead(self, _: int, tab: Tab, death: str) -> None:
        tab.page.evaluate(f"() => {{ if (handles.length) ({DEATHS[death]})(); }}")

    def do_wipe(self, _: int, tab: Tab) -> None:
        self.settle()
        tab.ask("(store) => store.clear()")
        self.model.wipe()
        for each in self.tabs:
            until(each, f"JSON.stringify({VALUES}) === '{{}}'")

    def settle(self) -> None:
        """Let every tab store what it has."""
        for number, tab in enumerate(self.tabs):
            if self.full[number]:
                self.do_room(number, tab, "plads til sidst")
        for number, tab in enumerate(self.tabs):
            self.do_wait(number, tab)

    def finish(self) -> None:
        """Compare the database, and every tab, with the model."""
        self.settle()
        stored = self.tabs[0].stored()
        for exercise in {key[0] for key in self.model.stored} | set(stored):
            self.model.check(exercise, stored.get(exercise, {}))
        for number, tab in enumerate(self.tabs):
            kept = stored.get(self.exercises[number], {})
            for name in FIELDS:
                tab.shows(name, kept.get(name))
        everything = self.tabs[0].ask("(store) => store.export()")
        ids = [attempt["id"] for attempt in everything["attempts"]]
        assert len(set(ids)) == len(ids)
        assert all(isinstance(record["value"], str) for record in everything["setAside"])


def until(tab: Tab, script: str) -> None:
    """Wait as long as a busy machine may need."""
    for _ in range(3000):
        if tab.page.evaluate(script):
            return
        tab.page.wait_for_timeout(10)
    raise AssertionError(script)
