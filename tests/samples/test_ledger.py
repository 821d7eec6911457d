"""The ledger's own tests run on PostgreSQL under the recorder; what happened there is held against what the scan says.

No table is named in the comparison: the expectation is what the database was really asked to do, and what it says that
its triggers and routines did.
"""

from __future__ import annotations

import importlib.util
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

LEDGER = Path(__file__).parents[2] / "samples" / "ledger"
Rows = list[dict[str, Any]]

RECORDED = [sys.executable, "-m", "pytest", "-q", "-p", "boundary.observe", "--boundary-server"]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    missing = [name for name in ("flask", "sqlalchemy", "psycopg") if importlib.util.find_spec(name) is None]
    if missing:
        pytest.skip(f"the ledger needs {', '.join(missing)}")
    if not os.environ.get("PGHOST"):
        pytest.skip("no PostgreSQL server: set PGHOST")
    target = tmp_path_factory.mktemp("ledger") / "ledger.jsonl"
    done = subprocess.run(
        [*RECORDED, f"--boundary-record={target}"],
        cwd=LEDGER,
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
    return api.scan(LEDGER, cache=False)


@pytest.fixture(scope="module")
def comparison(scan: Scan, rows: Rows, recording: Path) -> Comparison:
    return compare(scan, rows, read_lines(statements_path(recording)))


def misses(comparison: Comparison, kind: str) -> str:
    return "\n".join(str(miss) for miss in comparison.misses if miss.kind == kind)


@pytest.mark.needs_server
def test_the_ledgers_own_tests_exercise_it(rows: Rows) -> None:
    assert {row["tx"]["kind"] for row in rows} == {"session.commit", "with"}
    assert len(rows) > 12


@pytest.mark.needs_server
def test_every_transaction_that_happened_is_found(comparison: Comparison) -> None:
    assert misses(comparison, "UNKNOWN") == ""


@pytest.mark.needs_server
def test_every_table_that_was_written_is_predicted(comparison: Comparison) -> None:
    assert misses(comparison, "MISSED") == ""


@pytest.mark.needs_server
def test_the_strict_split_cuts_no_transaction_that_happened(comparison: Comparison) -> None:
    assert comparison.cut == 0, misses(comparison, "CUT")


@pytest.mark.needs_server
def test_most_accesses_that_happened_are_known(comparison: Comparison) -> None:
    assert comparison.accesses >= 0.8, misses(comparison, "ACCESS")
