"""Do the ready-made pieces for CI work as they are shipped?  Their own commands are run, with what a CI would set."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.check.monolith import FILES, PLANTS

if TYPE_CHECKING:
    from tests.check.repository import Repository

HOME = Path(__file__).parents[2]
TRANSACTION = next(each for each in PLANTS if each.name == "shared transaction")


@pytest.fixture
def feature(monolith: Repository) -> Repository:
    """A branch that adds a coupling, as a CI checks it out."""
    monolith.branch("feature")
    monolith.write(TRANSACTION.planted_in(FILES))
    monolith.commit("Invoice at once")
    return monolith


def loaded(name: str) -> Any:  # noqa: ANN401 - whatever the file says
    return yaml.safe_load((HOME / name).read_text(encoding="utf-8"))


def run(folder: Path, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script of a CI with bash, where `boundary` is on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI", "GIT_"))}
    environment = {**inherited, "PATH": path, **variables}
    command = ["bash", "-euo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def check_step() -> dict[str, Any]:
    steps: list[dict[str, Any]] = loaded(".github/actions/check/action.yml")["runs"]["steps"]
    return next(step for step in steps if step.get("name") == "Check")


@pytest.mark.slow
def test_the_action_fails_with_annotations_a_summary_and_sarif(feature: Repository, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    done = run(
        feature.folder,
        check_step()["run"],
        CHECKED=".",
        BASE="auto",
        ALLOW="false",
        SARIF="out.sarif",
        GITHUB_ACTIONS="true",
        GITHUB_BASE_REF="main",
        GITHUB_STEP_SUMMARY=str(summary),
    )
    assert done.returncode == 1, done.stderr
    assert "::error file=shop/orders/services.py,line=" in done.stdout
    assert "BND301" in summary.read_text(encoding="utf-8")
    assert json.loads((feature.folder / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


@pytest.mark.slow
def test_the_action_passes_where_nothing_is_new(monolith: Repository) -> None:
    done = run(monolith.folder, check_step()["run"], CHECKED=".", BASE="auto", ALLOW="true", SARIF="")
    assert (done.returncode, done.stdout.split(";")[0]) == (0, "0 new, 4 known, 0 fixed"), done.stderr


def test_no_input_of_the_action_can_be_a_command() -> None:
    action = loaded(".github/actions/check/action.yml")
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        asked = re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", " ".join(step.get("env", {}).values()))
        assert set(asked) <= action["inputs"].keys()


@pytest.mark.slow
def test_the_snippet_for_gitlab_leaves_its_reports(feature: Repository) -> None:
    job = loaded(".gitlab/boundary.yml")["boundary"]
    done = run(feature.folder, "\n".join(job["script"]), CI="true", CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
    assert done.returncode == 1, done.stderr
    reports = {kind: feature.folder / file for kind, file in job["artifacts"]["reports"].items()}
    assert {one["check_name"] for one in json.loads(reports["codequality"].read_text())} >= {"BND301"}
    assert ET.parse(reports["junit"]).getroot().get("failures") == "2"  # noqa: S314 - it is our own


@pytest.mark.slow
@pytest.mark.parametrize(("hook", "code"), [("boundary-check", 0), ("boundary-check-baseline", 1)])
def test_the_hooks_for_pre_commit(hook: str, code: int, monolith: Repository) -> None:
    held = next(each for each in loaded(".pre-commit-hooks.yaml") if each["id"] == hook)
    done = run(monolith.folder, " ".join([held["entry"], *held.get("args", ())]))
    assert done.returncode == code, done.stderr
    assert not held["pass_filenames"]
