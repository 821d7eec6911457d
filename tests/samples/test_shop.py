"""The shop's own tests run under the recorder; what happened there is held against what the scan says.

No table is named here: the expectation is what the database was really asked to do.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from boundary import api
from boundary.observe import read_lines, statements_path
from boundary.observe.compare import Comparison, compare

if TYPE_CHECKING:
    from boundary.model.scan import Scan

SHOP = Path(__file__).parents[2] / "samples" / "shop"
Rows = list[dict[str, Any]]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("shop") / "shop.jsonl"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "boundary.observe", "--boundary-record", str(target)],
        cwd=SHOP,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="module")
def rows(recording: Path) -> Rows:
    return read_lines(recording)


@pytest.fixture(scope="module")
def scan() -> Scan:
    return api.scan(SHOP, cache=False)


@pytest.fixture(scope="module")
def comparison(scan: Scan, rows: Rows, recording: Path) -> Comparison:
    return compare(scan, rows, read_lines(statements_path(recording)))


def misses(comparison: Comparison, kind: str) -> str:
    return "\n".join(str(miss) for miss in comparison.misses if miss.kind == kind)


def test_the_shops_own_tests_exercise_it(rows: Rows) -> None:
    kinds = [row["tx"]["kind"] for row in rows]
    assert {"decorator", "with", "library", "view"} <= set(kinds)
    assert len(kinds) > 50


def test_every_transaction_that_happened_is_found(comparison: Comparison) -> None:
    assert misses(comparison, "UNKNOWN") == ""


def test_every_table_that_was_written_is_predicted(comparison: Comparison) -> None:
    assert misses(comparison, "MISSED") == ""


def test_the_strict_split_cuts_no_transaction_that_happened(comparison: Comparison) -> None:
    assert misses(comparison, "CUT") == ""
    assert comparison.cut == 0


def test_most_accesses_that_happened_are_known(comparison: Comparison) -> None:
    assert comparison.accesses >= 0.8, misses(comparison, "ACCESS")


def test_transactions_glue_some_contexts_and_keep_others_apart(scan: Scan) -> None:
    (strict,) = [split for split in scan.splits if split.name == "strict"]
    largest = max(len(context.tables) for context in strict.contexts)
    assert len(strict.contexts) >= 4
    assert largest < len(scan.tables) * 0.75
