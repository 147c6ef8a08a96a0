"""Packages of npm for tests, in a cache outside the repository; without npm a test is skipped."""

import shutil
import subprocess
from pathlib import Path

import pytest
from platformdirs import user_cache_path

CACHE = user_cache_path("coursewright-tests") / "npm"
PATIENCE = 120


def npm_package(name: str, version: str) -> Path:
    """Give the folder `node_modules` that holds a package and what it needs."""
    if not (npm := shutil.which("npm")) or not shutil.which("node"):
        pytest.skip("Node and npm are not installed")
    folder = CACHE / f"{name.replace('/', '-')}-{version}"
    if not (folder / "done").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        install = [npm, "install", "--prefix", str(folder), "--ignore-scripts", "--no-audit"]
        command = [*install, "--no-fund", "--no-save", f"{name}@{version}"]
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=PATIENCE, check=False
            )
        except subprocess.TimeoutExpired:
            pytest.skip(f"npm did not bring {name} in {PATIENCE} s")
        if done.returncode:
            pytest.skip(f"npm cannot bring {name}: {done.stderr.strip()[-300:]}")
        (folder / "done").touch()
    return folder / "node_modules"
