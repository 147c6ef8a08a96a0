"""Whatever a module looks like: told with file and line, in time, in little memory."""

import re
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.render.addresses import Mention, as_browsers_read, in_the_site
from coursewright.render.markdown import block, mentions
from coursewright.render.page_text import read_page
from tests.safety.broken import COUNT, ROOT, broken

TEXTS = st.text(st.sampled_from("[]()!<>`~#\\/:.\"'&;{}- \n\tabmd%æ\u200b"), max_size=80)


def test_two_hundred_broken_courses(tmp_path: Path) -> None:
    """A18, A20 — no traceback, no more than 10 s or 500 MB for any of them, always a place."""
    command = [sys.executable, "-m", "tests.safety.broken", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    told = re.search(r"(\d+) with errors, 0 faults", done.stdout)
    assert told, done.stdout
    assert int(told[1]) > COUNT / 2, "most of them are broken"


def test_they_are_always_the_same() -> None:
    """A20 — a failure can be looked at again: the seed makes the same courses each time."""
    assert list(broken()) == list(broken())
    assert len(set(broken())) == COUNT


@given(TEXTS)
@settings(max_examples=400, deadline=None, derandomize=True)
def test_any_markdown_is_read(text: str) -> None:
    """B9 — links of any text are found without a crash, and what is shown leads nowhere unsafe."""
    assert all(isinstance(each, Mention) for each in mentions(text))
    assert isinstance(read_page(text).plain, str)
    assert read_page(text).plain.count("\n") == text.count("\n")
    for address in re.findall(r'(?:href|src)="([^"]*)"', block(text)):
        assert not re.match(r"(?i)javascript|data:|vbscript|//", as_browsers_read(address))


@given(st.text(st.sampled_from("ab/.#?md:%\\"), max_size=30))
@settings(max_examples=400, deadline=None, derandomize=True)
def test_any_address_has_one_reading(address: str) -> None:
    """B9 — an address is turned once and stays: the way to a page is no page's file."""
    once = in_the_site(address)
    assert once == in_the_site(once) or once.endswith(".md")
