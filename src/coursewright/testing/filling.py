"""Filling in any exercise as someone does who has no mouse: Tab, arrows, space, letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST_STOPS = 400
"""More stops of the Tab key than any page of ours has: past them it goes in circles."""

MOST_ROUNDS = 3
"""A control can appear when another is filled in, and bring a third."""

TYPED = {
    "text": "Et svar på én linje",
    "search": "svar",
    "textarea": "Første linje.\nÆblegrød på anden linje.",
    "date": "02032026",
    "time": "1030",
    "select-one": "ArrowDown",
    "range": "ArrowRight",
    "checkbox": " ",
}
"""What is typed into a control; a key's name where it is one of more than one letter."""

TYPED_NUMBER = 3
"""What is typed into a field for a number, where that is not too little for it."""

_FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const label = element.closest("label");
  const around = [element, label, element.nextElementSibling].filter(Boolean);
  const ring = around.find((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const light = ([red, green, blue]) => [red, green, blue].map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const ground = (one) => {
    const colour = one ? numbers(getComputedStyle(one).backgroundColor) : [255, 255, 255];
    return colour.length === 4 && colour[3] < 1 ? ground(one.parentElement) : colour;
  };
  const contrast = (one) => {
    const { outlineColor, outlineOffset } = getComputedStyle(one);
    const below = parseFloat(outlineOffset) < 0 ? one : one.parentElement;
    const [less, more] = [numbers(outlineColor), ground(below)].map(light).sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  const whole = label ?? element;
  const box = whole.getBoundingClientRect();
  const line = whole.getClientRects()[0] ?? box;
  const [top, bottom] = [Math.max(line.top, 0), Math.min(line.bottom, innerHeight)];
  const there = document.elementFromPoint((line.left + line.right) / 2, (top + bottom) / 2);
  return {
    name: element.name ?? "", type: element.type ?? element.localName,
    what: element.outerHTML.slice(0, 160),
    control: element.matches("input, select, textarea"), least: Number(element.min) || 0,
    choices: element.type === "radio"
      ? document.querySelectorAll(`[type=radio][name="${CSS.escape(element.name)}"]`).length : 0,
    contrast: ring ? contrast(ring) : 0, uncovered: top < bottom && whole.contains(there),
    width: box.width, height: box.height, right: box.right,
  };
}"""

_CONTROLS = """() => Array.from(document.querySelectorAll(".cw-form :is(input, select, textarea)"))
  .filter((one) => one.type !== "hidden" && !one.disabled && one.checkVisibility())
  .map((one) => `${one.type} ${one.name}`)"""

_VALUES = """() => Array.from(document.querySelectorAll(".cw-form :is(input, select, textarea)"))
  .filter((one) => one.name && (one.checked || !["radio", "checkbox"].includes(one.type)))
  .map((one) => [one.name, one.value])"""


@dataclass(frozen=True)
class Stop:
    """Where the Tab key stopped. Sizes in CSS pixels; `choices`: how many a radio group has.

    least: the smallest number that fits in a field for one, 0 where none is named.
    contrast: of the ring around it to what is behind, 0 without a ring. uncovered: nothing lies
    over it, and it is on the screen.
    """

    name: str
    type: str
    what: str
    control: bool
    least: float
    choices: int
    contrast: float
    uncovered: bool
    width: float
    height: float
    right: float

    @property
    def key(self) -> str:
        """Tell stops apart; the radio buttons of one group are one."""
        return f"{self.type} {self.name} {'' if self.choices else self.what}"


def next_stop(page: "Page", key: str = "Tab") -> Stop | None:
    """Press Tab, or Shift+Tab; gives where it stopped, or None at the page's end."""
    page.keyboard.press(key)
    return this_stop(page)


def this_stop(page: "Page") -> Stop | None:
    """Give where the focus is; None where it is nowhere."""
    found = page.evaluate(_FOCUSED)
    return Stop(**found) if found else None


def values_of(page: "Page") -> list[tuple[str, str]]:
    """Give (field, value) for everything that is filled in on the page, in its order."""
    return [(name, value) for name, value in page.evaluate(_VALUES) if value]


def fill_by_keyboard(page: "Page") -> list[Stop]:
    """Fill in all exercises of the page with the keys alone; gives where Tab stopped.

    Controls that appear on the way are filled in a second round. AssertionError where a control
    cannot be reached, or a radio group's choice not chosen.
    """
    stops: list[Stop] = []
    for _ in range(MOST_ROUNDS):
        stops += _fill_round(page, {stop.key for stop in stops})
        missed = set(page.evaluate(_CONTROLS)) - {f"{stop.type} {stop.name}" for stop in stops}
        if not missed:
            return stops
    raise AssertionError(f"the Tab key never came to {sorted(missed)}")


def _fill_round(page: "Page", done: set[str]) -> list[Stop]:
    stops = []
    for stop in _stops(page):
        stops.append(stop)
        if stop.control and stop.key not in done:
            done.add(stop.key)
            fill_stop(page, stop)
    return stops


def _stops(page: "Page") -> Iterator[Stop]:
    """Go once through the page with Tab."""
    page.evaluate("() => document.activeElement.blur()")
    for _ in range(MOST_STOPS):
        stop = next_stop(page)
        if stop is None:
            return
        yield stop
    raise AssertionError("the Tab key never left the page")


def fill_stop(page: "Page", stop: Stop) -> None:
    """Fill in the control that has the focus, with the keys alone."""
    if stop.type == "radio":
        _choose(page, stop)
    elif stop.type == "number":
        page.keyboard.type(f"{max(TYPED_NUMBER, stop.least):g}")
    elif stop.type not in TYPED:
        raise AssertionError(f"nobody knows how to fill in {stop.what}")
    elif TYPED[stop.type].startswith("Arrow"):
        page.keyboard.press(TYPED[stop.type])
    else:
        page.keyboard.type(TYPED[stop.type])


def _choose(page: "Page", stop: Stop) -> None:
    """Choose the first with space, and go through all the others with the arrow."""
    page.keyboard.press("Space")
    chosen = {_chosen(page)}
    for _ in range(stop.choices - 1):
        page.keyboard.press("ArrowDown")
        chosen.add(_chosen(page))
    short = f"the arrow keys choose {len(chosen)} of {stop.choices} in {stop.name}"
    assert len(chosen) == stop.choices, short  # noqa: S101


def _chosen(page: "Page") -> str:
    value: str = page.evaluate(
        "() => document.activeElement.checked && document.activeElement.value"
    )
    return value


def press_main_buttons(page: "Page") -> int:
    """Press what asks for a result («Check answer») until nothing does; gives how often."""
    for count in range(MOST_STOPS):
        buttons = page.locator(".cw-form .cw-button:not(.cw-button--quiet):visible")
        if buttons.count() == 0:
            return count
        buttons.first.press("Enter")
    raise AssertionError("a button stays there however often it is pressed")
