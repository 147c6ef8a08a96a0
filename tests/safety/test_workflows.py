"""What comes from outside is locked by its hash, and a workflow may do no more than it must."""

import io
import re
import subprocess
import sys
import tomllib
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LINES = (ROOT / "run").read_text("utf-8")
LOCKED = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]


def zizmor(*places: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("zizmor")
    command = [str(program), "--offline", "--no-progress", *map(str, places)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_dependency_is_locked_by_its_hash() -> None:
    """B16 — each file that may be installed has a SHA-256 in the lock, and comes from PyPI."""
    others = [package for package in LOCKED if "editable" not in package["source"]]
    assert len(others) > 40
    for package in others:
        assert package["source"] == {"registry": "https://pypi.org/simple"}, package["name"]
        files = [*package.get("wheels", []), *filter(None, [package.get("sdist")])]
        assert files, package["name"]
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", file["hash"]) for file in files)


def test_the_lock_is_looked_at() -> None:
    """B16 — style checks ask whether the lock file fits, and nothing is installed past it."""
    assert '"lock", "--check"' in LINES
    assert LINES.count('"--locked"') >= 3
    assert "run lint" in (ROOT / ".ci" / "run").read_text("utf-8")


PUBLISHES = {"pages": "write", "id-token": "write"}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_pinned_and_may_only_read(workflow: Path) -> None:
    """B16, F16 — forty digits for every action, no `pull_request_target`.

    Nothing may write but the job that publishes; it runs nothing of ours, and for no pull request.
    """
    text = workflow.read_text("utf-8")
    said = yaml.safe_load(text)
    assert said["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in text
    assert "secrets." not in text
    actions = re.findall(r"^ *(?:- )?uses: (.*)$", text, re.MULTILINE)
    assert actions
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", each) for each in actions)
    for job in said["jobs"].values():
        rights = job.get("permissions", {})
        if "write" in rights.values():
            assert rights == PUBLISHES
            assert all("run" not in step for step in job["steps"])
            assert "pull_request" not in said[True]  # YAML reads the key `on` as yes


def test_the_workflows_have_no_finding() -> None:
    """F16 — zizmor finds nothing in ours, and the style checks ask it."""
    assert WORKFLOWS
    assert zizmor(ROOT / ".github").returncode == 0
    assert '"zizmor", "--offline"' in LINES


def test_a_bad_workflow_would_be_found(tmp_path: Path) -> None:
    """F16 — the tool is awake: an unpinned action with a token that writes is a finding."""
    bad = tmp_path / ".github" / "workflows" / "bad.yml"
    bad.parent.mkdir(parents=True)
    bad.write_text(
        "on: pull_request_target\npermissions: write-all\njobs:\n  a:\n"
        "    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v5\n"
        "      - run: echo ${{ github.event.pull_request.title }}\n",
        encoding="utf-8",
    )
    found = zizmor(bad)
    assert found.returncode != 0
    for name in ("dangerous-triggers", "template-injection", "unpinned-uses"):
        assert name in found.stdout


def test_known_weaknesses_are_asked_for() -> None:
    """F15 — a job of its own asks for every locked dependency, once a week without a change, too.

    What PyPI answers is no fact of this repository, so that the tests themselves do not ask.
    """
    said = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))
    steps = [step.get("run", "") for job in said["jobs"].values() for step in job["steps"]]
    assert "python3 run audit" in steps
    assert "python3 run audit --if-answered" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert "schedule" in said[True]  # YAML reads the key `on` as yes
    audit = LINES[LINES.index("def audit") : LINES.index("COMMANDS")]
    for word in ("--all-groups", "pip-audit", "--strict", "--require-hashes"):
        assert word in audit
    assert "pip-audit" in {package["name"] for package in LOCKED}


@pytest.fixture
def run_script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script `run`, with what it would start put aside: pip-audit finds a weakness."""
    loader = SourceFileLoader("run_script", str(ROOT / "run"))
    module = ModuleType("run_script")
    module.__file__ = str(ROOT / "run")
    loader.exec_module(module)
    found = subprocess.CompletedProcess([], 1, stdout="")
    monkeypatch.setattr(module.subprocess, "run", lambda *_, **__: found)
    return module


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (OSError("no way there"), 0),
        (b"<html>", 0),
        (b'{"info": {}}', 0),
        (b'{"info": {}, "vulnerabilities": []}', 1),
    ],
)
def test_only_what_was_not_answered_is_skipped(
    run_script: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: Exception | bytes,
    code: int,
) -> None:
    """F15 — a known weakness stops a change; a net that is not there is told, never silent."""

    def asked(*_: object, **__: object) -> io.BytesIO:
        if isinstance(answer, Exception):
            raise answer
        return io.BytesIO(answer)

    monkeypatch.setattr(run_script, "urlopen", asked)
    assert run_script.audit(["--if-answered"]) == code
    assert ("SKIPPED" in capsys.readouterr().out) == (code == 0)
    assert run_script.audit([]) == 1, "without the option nothing is skipped"


def test_ctrl_c_ends_a_command_without_a_traceback(
    run_script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run_script.subprocess, "run", stopped)
    assert run_script.main(["serve"]) == 130
