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


@pytest.mark.needs_server
def test_what_the_server_counted_is_in_the_recording(rows: Rows) -> None:
    """Triggers, routines, COPY: no statement that Python sent names these tables."""
    counted = {(row["tx"]["func"], one["table"]) for row in rows for one in row["statements"] if one["op"] == "changed"}
    assert {
        ("open_account", "audit_log"),
        ("close_month", "journal_entry"),
        ("rebuild_balances", "balance"),
        ("import_statement", "bank_staging"),
        ("withdraw", "bank_transaction"),
    } <= counted


@pytest.mark.needs_server
def test_no_table_is_there_that_the_schema_has_not(scan: Scan, rows: Rows) -> None:
    schema = {table.name for table in scan.tables}
    assert len(schema) == 18
    assert {table for row in rows for table in row["writes"]} < schema


def test_routines_are_transactions(scan: Scan) -> None:
    routines = {one.function.rsplit(".", 1)[-1]: one.bound_tables for one in scan.transactions if one.kind == "routine"}
    assert routines == {
        **{name: {"audit_log"} for name in ("write_audit", "account_audit", "period_audit")},
        "close_month": {"audit_log", "balance", "journal_entry", "journal_line", "period"},
        "rebuild_balances": {"balance"},
    }


@pytest.mark.parametrize("function", ["open_account", "close_account", "open_period", "install", "close_month"])
def test_the_triggers_write_what_python_does_not(scan: Scan, function: str) -> None:
    found = [one for one in scan.transactions if one.function.endswith(f".{function}")]
    traces = [access for one in found for access in one.accesses if access.table == "audit_log"]
    assert traces
    assert {(access.op, access.because, access.file) for access in traces} == {
        ("insert", "trigger", "migrations/V5__audit.sql")
    }


def test_uses_of_the_unit_of_work_are_kept_apart(scan: Scan) -> None:
    """One line of code commits them all; a use that another covers is not listed beside it."""
    bound = [one.bound_tables for one in scan.transactions if one.function.endswith(".UnitOfWork.commit")]
    assert sorted(map(sorted, bound)) == [
        ["balance", "invoice", "journal_entry", "journal_line", "payment"],
        ["billing_outbox", "invoice"],
        ["invoice", "invoice_line"],
        ["invoice", "invoice_line", "payment", "reminder"],
    ]


def test_only_the_payment_ties_billing_to_the_books(scan: Scan) -> None:
    (spanning,) = [one for one in scan.transactions if {"invoice", "journal_entry"} <= one.bound_tables]
    assert "payment" in spanning.bound_tables


def test_the_outside_calls_in_by_routes_and_commands(scan: Scan) -> None:
    reached = {one.name: {access.table for access in one.reaches if access.binds} for one in scan.entry_points}
    assert reached["/books/periods/<int:key>/close"] == reached["close-month"]
    assert reached["/invoices/<int:key>/payments"] == {"balance", "invoice", "journal_entry", "journal_line", "payment"}
    assert reached["rebuild-balances"] == {"balance"}
    assert reached["import-bank"] == {"bank_staging", "bank_statement", "bank_transaction"}
    assert {"billing_outbox", "job_run", "journal_entry"} <= reached["ledger.cli.work"]


def test_what_is_kept_apart_stays_apart(scan: Scan) -> None:
    (strict,) = [split for split in scan.splits if split.name == "strict"]
    home = {table: context.name for context in strict.contexts for table in context.tables}
    assert len({home["invoice"], home["customer"], home["bank_transaction"]}) == 3
    assert home["invoice"] == home["journal_entry"] == home["audit_log"]


def test_one_change_parts_billing_from_the_books(scan: Scan) -> None:
    (finer,) = [split for split in api.split(scan).splits if split.name == "frontier-1"]
    home = {table: context.name for context in finer.contexts for table in context.tables}
    assert home["invoice"] == home["payment"] != home["journal_entry"] == home["balance"]
    assert [(one.seam.file, one.seam.calls.rsplit(".", 1)[-1]) for one in finer.relaxed] == [
        ("ledger/billing/payments.py", "post")
    ]


def test_little_is_left_in_the_dark(scan: Scan) -> None:
    dark = {(spot.file, spot.reason) for one in scan.transactions for spot in one.blind_spots}
    assert {file for file, _ in dark} == {"ledger/schema.py"}  # it executes the migrations' files
    assert scan.completeness.sql_understood >= scan.completeness.sql_strings - 1
