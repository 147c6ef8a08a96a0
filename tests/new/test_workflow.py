"""The workflow of a new course: pinned, with as few rights as can be, and true to our commands."""

import re
from pathlib import Path

import pytest
import yaml

from coursewright.commands import main
from tests.safety.test_workflows import zizmor


@pytest.fixture(scope="module")
def workflow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    course = tmp_path_factory.mktemp("new") / "my-course"
    assert main(["new", str(course), "--language", "en"]) == 0
    return course / ".github" / "workflows" / "publish.yml"


def steps(workflow: Path) -> list[dict[str, object]]:
    jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def test_it_has_no_finding(workflow: Path) -> None:
    """F16 — zizmor, which our own workflows have to pass, too."""
    found = zizmor(workflow)
    assert found.returncode == 0, found.stdout


def test_each_action_is_pinned_and_only_one_job_may_write(workflow: Path) -> None:
    """B16, F16 — forty digits for every action; what publishes runs nothing of the course."""
    text = workflow.read_text("utf-8")
    actions = re.findall(r"uses: (.*)$", text, re.MULTILINE)
    assert actions
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v[\d.]+", each) for each in actions)
    assert "pull_request_target" not in text
    assert "secrets." not in text
    said = yaml.safe_load(text)
    assert said["permissions"] == {"contents": "read"}
    site, publish = said["jobs"]["site"], said["jobs"]["publish"]
    assert set(site["permissions"].values()) == {"read"}
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    assert [set(step) for step in publish["steps"]] == [{"id", "uses"}]
    assert "pull_request" in publish["if"]


def test_its_commands_are_ours(workflow: Path) -> None:
    """In the order of the guide: check, build, look at every page, publish."""
    runs = [str(step["run"]) for step in steps(workflow) if "run" in step]
    said = [line.replace(".venv/bin/", "") for line in "\n".join(runs).split("\n") if line]
    assert [line.split(" --")[0] for line in said] == [
        "python3 -m venv .venv",
        "pip install",
        "coursewright check",
        "coursewright build",
        "python -m coursewright.testing site",
    ]
    assert "--strict" in said[3]


def test_what_it_installs_is_this_version(workflow: Path) -> None:
    wanted = (workflow.parents[2] / "requirements.txt").read_text("utf-8")
    assert re.fullmatch(r"coursewright\[testing\]==\d+\.\d+\.\d+\n", wanted)


AT = "https://example.github.io/my-course"


@pytest.mark.parametrize(
    "address", [AT, f"{AT}/", f"http{AT[5:]}", "", "HTTPS://Example.github.io/my-course"]
)
def test_the_right_address_is_no_problem(workflow: Path, address: str) -> None:
    assert main(["check", str(workflow.parents[2]), "--published-at", address]) == 0


@pytest.mark.parametrize(
    "address", ["https://course.example.org", "https://anna.github.io/my-course/"]
)
def test_another_address_is_told_with_what_to_write(
    workflow: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """B13 — a domain of one's own, or a repository that moved: the line, and what belongs there."""
    assert main(["check", str(workflow.parents[2]), "--published-at", address]) == 1
    said = capsys.readouterr().out
    assert "mkdocs.yml:2:11: error[other-address]" in said
    assert f"Write site_url: {address.rstrip('/')}/" in said
