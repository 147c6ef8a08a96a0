import os
import subprocess
import sys

import pytest

from tests.guide.places import ROOT


@pytest.fixture(scope="session")
def guide_site(tmp_path_factory):
    """The guide, built strictly by the command its README names."""
    site = tmp_path_factory.mktemp("guide") / "site"
    command = ["mkdocs", "build", "--strict", "-f", "guide/mkdocs.yml", "-d", str(site)]
    built = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    return site


@pytest.fixture(scope="session")
def guide_page(guide_site):
    """Give a function: address → the page's HTML."""
    return lambda address: (guide_site / address / "index.html").read_text("utf-8")
