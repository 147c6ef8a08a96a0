"""Nobody else is told: no other origin, one policy on all pages, nothing foreign runs."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from coursewright.render.policy import POLICY, SCRIPT_HASHES
from coursewright.testing.awake import asleep
from coursewright.testing.watch import Watch
from tests.site.courses import Built, build, lesson, write_course
from tests.site.pages_server import PagesServer

CSP = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.DOTALL
)


def pages(built: Built) -> list[Path]:
    return sorted(built.site.rglob("*.html"))


def addresses(built: Built, server: PagesServer) -> list[str]:
    found = (path.relative_to(built.site).as_posix() for path in pages(built))
    return [server.address + name.removesuffix("index.html") for name in found]


def inline_digests(built: Built) -> set[str]:
    found = set()
    for path in pages(built):
        for script in INLINE.findall(path.read_text(encoding="utf-8")):
            digest = hashlib.sha256(script.encode()).digest()
            found.add(f"sha256-{base64.b64encode(digest).decode()}")
    return found


def test_no_page_asks_another_origin(
    reference: Built, served: PagesServer, browser: Browser
) -> None:
    """F1 — every page is opened, every control in sight touched; nothing asks another origin."""
    context = browser.new_context()
    watch = Watch(context, served.origin)
    page = context.new_page()
    page.add_init_script("window.print = () => {}")  # a browser complains where it is asked often
    for address in addresses(reference, served):
        page.goto(address)
        assert asleep(page) == []
        page.evaluate(
            """() => document.querySelectorAll('.cw-exercise input, .cw-exercise button')
                 .forEach(control => control.checkVisibility() && control.click())"""
        )
    context.close()
    assert watch.problems == []


def test_one_policy_on_every_page(reference: Built) -> None:
    """F2 — the same policy stands on all pages, the not-found page included, before any script."""
    assert len(pages(reference)) > 10
    for path in pages(reference):
        html = path.read_text(encoding="utf-8")
        assert CSP.findall(html) == [POLICY.replace("'", "&#39;")] or CSP.findall(html) == [POLICY]
        assert html.index("Content-Security-Policy") < html.index("<script")
    assert "unsafe-inline" not in POLICY
    assert "unsafe-eval" not in POLICY


def test_inline_scripts_are_the_ones_we_know(reference: Built) -> None:
    """F5, B12 — the theme's inline scripts have exactly the hashes of the fixed list."""
    found = inline_digests(reference)
    assert found == set(SCRIPT_HASHES), "the theme changed: look at the script, then at policy.py"


def test_an_injected_script_does_not_run(
    reference: Built, tmp_path: Path, browser: Browser
) -> None:
    """F5 — an inline script that somebody adds to the output is blocked by the policy."""
    html = (reference.site / "index.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(
        html.replace("</body>", "<script>window.ran = 1</script></body>"), encoding="utf-8"
    )
    with PagesServer(tmp_path) as server:
        context = browser.new_context()
        page = context.new_page()
        page.goto(server.address)
        assert page.evaluate("window.ran") is None
        context.close()


LINKS = [
    "javascript:ran()",
    "JaVaScRiPt:ran()",
    "java&#x73;cript:ran()",
    "&#106;avascript:ran()",
    "java\tscript:ran()",
    "data:text/html,<script>ran()</script>",
    "vbscript:ran()",
    "//evil.example/x",
    "blob:ran",
    "file:///etc/passwd",
]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_cannot_run(tmp_path: Path, link: str) -> None:
    """F6 — links to anything but pages, http(s), mail and telephone lose their address."""
    text = f"Se [her]({link}) og <{link}>"
    built = build(write_course(tmp_path, {"m": [lesson("a", text=text)]}))
    assert built.code == 0, built.said
    article = built.page("m/a").split("<article", 1)[1].split("</article>", 1)[0]
    targets = re.findall(r'href="([^"]*)"', article)
    assert not any("ran" in target or "evil" in target or "passwd" in target for target in targets)


@pytest.mark.parametrize(
    "tail",
    [
        "#<img src=x onerror=ran()>",
        "?h=<img src=x onerror=ran()>",
        "?q=<script>ran()</script>",
        "#__proto__",
        "#vigtighed%22%3E%3Csvg%20onload=ran()%3E",
    ],
)
def test_an_address_is_inert(
    reference: Built, served: PagesServer, browser: Browser, tail: str
) -> None:
    """F8 — markup in the fragment or the query runs nothing and is shown nowhere."""
    context = browser.new_context(bypass_csp=True)
    watch = Watch(context, served.origin)
    page = context.new_page()
    page.add_init_script("window.ran = () => { window.itRan = true }")
    page.goto(f"{served.address}motivation/hvor-lysten-kommer-fra/{tail}")
    assert asleep(page) == []
    page.goto(f"{served.address}min-side/{tail}")
    assert asleep(page) == []
    assert page.evaluate("window.itRan") is None
    assert page.locator("img[src=x]").count() == 0
    context.close()
    assert watch.problems == []
