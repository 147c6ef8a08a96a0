"""Whatever stops a build, the site that was there is there, and nothing is left beside it."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from coursewright.render.swapping import built_beside
from tests.site.courses import build

OLD = {"index.html": "gammel", "m/a/index.html": "gammel side"}
PATIENCE = 120
WAITS = """
from pathlib import Path
import time
def on_page_context(context, *, page, config, nav):
    Path({marker!r}).touch()
    {then}
"""


def write(site: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")


def read(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in files}


def beside(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir() if path.name.startswith(".site"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site as an earlier build left it."""
    write(tmp_path / "public" / "site", OLD)
    return tmp_path / "public" / "site"


def test_the_new_one_takes_the_place(site: Path) -> None:
    """B14 — at the end all of the old is gone, and what is hidden in the folder is kept."""
    write(site, {".git/config": "mit"})
    with built_beside(site) as new:
        assert new.parent == site.parent
        write(new, {"index.html": "ny"})
        assert read(site)["index.html"] == "gammel"
    assert read(site) == {"index.html": "ny", ".git/config": "mit"}
    assert beside(site) == []


@pytest.mark.parametrize("error", [OSError("fuld"), KeyboardInterrupt(), SystemExit(1)])
def test_nothing_happens_to_the_old_one(site: Path, error: BaseException) -> None:
    """B14 — a full disk, Ctrl-C or a build that fails while pages are written."""
    with pytest.raises(type(error)), built_beside(site) as new:
        write(new, {"index.html": "ny"})
        raise error
    assert read(site) == OLD
    assert beside(site) == []


@pytest.mark.parametrize("failing", [1, 2])
@pytest.mark.parametrize("error", [PermissionError("i brug"), KeyboardInterrupt()])
def test_the_renaming_itself_fails(
    site: Path, monkeypatch: pytest.MonkeyPatch, failing: int, error: BaseException
) -> None:
    """B14 — either of the two renamings: the first is undone, as where Windows has a file open."""
    rename, done = Path.rename, []

    def counted(path: Path, target: Path) -> Path:
        done.append(path)
        if len(done) == failing:
            raise error
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", counted)
    with pytest.raises(type(error)), built_beside(site) as new:
        write(new, {"index.html": "ny"})
    assert read(site) == OLD
    assert beside(site) == []


def test_a_build_killed_between_the_renamings_is_mended(site: Path) -> None:
    """B14 — the next build begins by putting the old site back, and clears what was left."""
    site.rename(site.with_name(".site.before"))
    write(site.with_name(".site.new"), {"halv.html": "halv"})
    with pytest.raises(RuntimeError), built_beside(site) as new:
        assert read(new) == {}
        raise RuntimeError
    assert read(site) == OLD
    assert beside(site) == []


def test_a_site_behind_a_link(site: Path, tmp_path: Path) -> None:
    """B14 — a site folder that is a link elsewhere stays one."""
    link = tmp_path / "link"
    link.symlink_to(site)
    with built_beside(link) as new:
        write(new, {"index.html": "ny"})
    assert link.is_symlink()
    assert read(site) == {"index.html": "ny"}


def start(course: Path, site: Path, prepare: Callable[[], None] | None = None) -> subprocess.Popen:
    command = [sys.executable, "-m", "coursewright", "build", str(course), "--site-dir", str(site)]
    return subprocess.Popen(
        [*command, "--lang", "da"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=prepare,  # noqa: PLW1509
    )


def hook(course: Path, then: str) -> Path:
    """Let the course's own build hook do something while its pages are written."""
    marker = course / "began"
    file = course / "hooks" / "build.py"
    file.write_text(file.read_text("utf-8") + WAITS.format(marker=str(marker), then=then), "utf-8")
    return marker


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_a_build_that_is_stopped(course: Path, site: Path, stop: signal.Signals) -> None:
    """B14 — Ctrl-C while pages are written, or the process killed outright."""
    marker = hook(course, "time.sleep(600)")
    process = start(course, site)
    until = time.monotonic() + PATIENCE
    while not marker.exists() and time.monotonic() < until and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(stop)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == (130 if stop == signal.SIGINT else -9)
    assert read(site) == OLD
    assert beside(site) == ([] if stop == signal.SIGINT else [".site.new"])


def test_a_crash_half_way(course: Path, site: Path) -> None:
    """B14 — something in the build breaks after the first page."""
    hook(course, "raise ZeroDivisionError('midt i det hele')")
    assert build(course, site=site).code != 0
    assert read(site) == OLD
    assert beside(site) == []


def test_a_disk_that_takes_no_more(course: Path, site: Path) -> None:
    """B14 — a file cannot be written to its end: told in words, with what was there untouched."""

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    process = start(course, site, little_room)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert "Det, der lå der før, er urørt" in said
    assert "Traceback" not in said
    assert read(site) == OLD
    assert beside(site) == []


def test_a_place_that_cannot_be_written(course: Path, site: Path) -> None:
    """B14 — a target that is read-only, or no place at all for files."""
    site.parent.chmod(0o555)
    target = site if os.geteuid() else Path("/proc/coursewright/site")
    try:
        built = build(course, "--lang", "da", site=target)
    finally:
        site.parent.chmod(0o755)
    assert built.code == 1
    assert "kunne ikke skrives" in built.said
    assert "Traceback" not in built.said
    assert read(site) == OLD
