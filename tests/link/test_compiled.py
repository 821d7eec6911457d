"""The compiled linker gives the documents of the interpreted one, to the byte; only where it is installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import boundary
from boundary.link.evaluator import interpreter
from boundary.read.python import extract

if TYPE_CHECKING:
    from collections.abc import Iterable

SAMPLES = Path(__file__).parents[2] / "samples"
COMPILED = not any(str(module.__file__).endswith(".py") for module in (interpreter, extract))
BUILT = {".so", ".pyd"}


def documents(package: Path) -> list[dict[str, Any]]:
    """What the package in a folder says of the samples, but for the seconds that it took."""
    environment = os.environ | {"PYTHONPATH": str(package.parent), "PYTHONHASHSEED": "1"}
    found = []
    for sample in ("shop", "ledger"):
        command = [sys.executable, "-m", "boundary", "scan", str(SAMPLES / sample), "--no-cache"]
        done = subprocess.run(command, env=environment, capture_output=True, cwd=package.parent, check=True)
        document: dict[str, Any] = json.loads(done.stdout)
        del document["completeness"]["seconds"]
        found.append(document)
    return found


def without_what_is_built(_: str, names: Iterable[str]) -> set[str]:
    return {name for name in names if Path(name).suffix in BUILT or name == "__pycache__"}


@pytest.mark.may_skip  # an editable install is interpreted
@pytest.mark.skipif(not COMPILED, reason="the linker is not compiled here")
def test_the_same_documents(tmp_path: Path) -> None:
    package = Path(boundary.__file__).parent
    source = tmp_path / "boundary"
    shutil.copytree(package, source, ignore=without_what_is_built)
    compiled, interpreted = documents(package), documents(source)
    assert [list(one["completeness"]["unreadable"]) for one in compiled] == [[], []]
    assert json.dumps(compiled) == json.dumps(interpreted)


@pytest.mark.skipif("BOUNDARY_COMPILED" not in os.environ, reason="asked of the compiled build alone")
@pytest.mark.may_skip
def test_what_runs_is_compiled() -> None:
    assert COMPILED
