"""What the build writes: the list of files, the worker, the manifest, and how heavy it may be."""

import hashlib
import json
import re
from base64 import b64decode
from pathlib import Path

from coursewright.render.offline import MANIFEST, WORKER, make_kill_switch
from tests.offline.phone import seal
from tests.site.courses import build, lesson, write_course

MEGABYTE = 1_000_000
LISTED = re.compile(r"FILES=new Map\((\[\[.*?\]\])\);")
BUILD = re.compile(r'BUILD="(\w+)"')


def listed(site: Path) -> dict[str, str]:
    found = LISTED.search((site / WORKER).read_text("utf-8"))
    assert found
    return dict(json.loads(found[1]))


def edition(site: Path) -> str:
    found = BUILD.search((site / WORKER).read_text("utf-8"))
    assert found
    return found[1]


def test_every_file_is_listed(editions: dict[str, Path]) -> None:
    """B10, B11: the list has each file with its SHA-256; an edition is named after the list."""
    site = editions["1"]
    files = listed(site)
    for path, digest in files.items():
        assert hashlib.sha256((site / path).read_bytes()).digest() == b64decode(digest)
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    left = {path for path in there - set(files) if not path.endswith(".png")}
    ledger = "assets/coursewright/ledger.json"
    assert left == {"404.html", "sitemap.xml", "sitemap.xml.gz", WORKER, ledger}
    before = edition(site)
    seal(site)
    assert edition(site) == before != edition(editions["2"])


def test_the_manifest(editions: dict[str, Path]) -> None:
    """A course can be put on the home screen; each icon is the file it says it is."""
    facts = json.loads((editions["1"] / MANIFEST).read_text("utf-8"))
    assert facts["name"] == "Et lille kursus"
    assert len(facts["short_name"]) <= 12
    assert (facts["lang"], facts["display"], facts["scope"]) == ("da", "standalone", "./")
    for icon in facts["icons"]:
        picture = (editions["1"] / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            sides = [int.from_bytes(picture[at : at + 4], "big") for at in (16, 20)]
            assert icon["sizes"] == "{}x{}".format(*sides)
    page = (editions["1"] / "m" / "a" / "index.html").read_text("utf-8")
    assert f'<link rel="manifest" href="../../{MANIFEST}">' in page


def test_a_heavy_course(tmp_path: Path) -> None:
    """D18 — a warning above 5 MB, an error above what is allowed, and 0 keeps nothing."""
    course = write_course(tmp_path, {"m": [lesson("a")]})
    film = hashlib.shake_256(b"film").digest(6 * MEGABYTE)
    (course / "docs" / "film.mp4").write_bytes(film)
    built = build(course)
    assert built.code == 0, built.said
    assert "warning[offline-heavy]" in built.said
    assert "film.mp4" in built.said

    settings = course / "content" / "course.yml"
    text = settings.read_text("utf-8")
    settings.write_text(f"{text}offline: 5\n", "utf-8")
    built = build(course)
    assert built.code == 1
    assert "error[offline-too-heavy]" in built.said

    settings.write_text(f"{text}offline: 7\n", "utf-8")
    built = build(course, "--strict")
    assert built.code == 0, built.said
    assert re.search(r"\d+ filer, 6,\d\d MB", built.said)

    settings.write_text(f"{text}offline: 0\n", "utf-8")
    built = build(course, "--strict")
    assert built.code == 0, built.said
    assert (built.site / WORKER).read_text("utf-8") == make_kill_switch()
    assert "offline.mjs" not in built.page("m/a")
