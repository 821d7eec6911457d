"""Runs the small Django project in `data` under the recorder, once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

collect_ignore = ["data"]
DATA = Path(__file__).parent / "data"


def record(target: Path, *options: str, project: Path = DATA, first: str = "") -> subprocess.CompletedProcess[str]:
    """Run a project's tests with the recorder; `first` goes before everything else that can be imported."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "boundary.observe"]
    command += ["--rootdir", str(project), "-c", str(project / "pytest.ini"), "--boundary-record", str(target)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [first, *sys.path]))}
    return subprocess.run(
        [*command, *options], cwd=project, capture_output=True, text=True, check=False, env=environment
    )


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("observe") / "seen.jsonl"
    done = record(target, "--boundary-project", "notes")
    assert done.returncode == 0, done.stdout + done.stderr
    return target
