"""Files are read in processes of their own, and one that harms its process harms no other file."""

from __future__ import annotations

import pytest

from boundary.model import code
from boundary.model.facts import ModuleFacts
from boundary.read import isolated, serving
from boundary.read.isolated import read_isolated
from boundary.read.reader import Job, Outcome, read, read_plainly

GOOD = Job("good.py", b"import a\na.b()\n")
NEWER = Job("newer.py", b"lazy import a\na.b()\n")
WRONG = Job("wrong.py", b"x = (\n")


def facts(outcome: Outcome) -> ModuleFacts:
    assert outcome.facts is not None, outcome
    return ModuleFacts.decoded(outcome.facts)


def harm(monkeypatch: pytest.MonkeyPatch, deed: str) -> None:
    """Let the child do a `deed` when it reads bad.py, as a parser might."""
    start = f"""
import sys; sys.path += sys.argv[1:]
from boundary.read import serving
good = serving.read
def read(job):
    if job.file == "bad.py":
        {deed}
    return good(job)
serving.read = read
serving.SECONDS = 0.5
serving.serve()
"""
    monkeypatch.setattr(isolated, "_START", start)


def test_outcomes_come_in_order() -> None:
    good, newer, wrong = read_isolated([GOOD, NEWER, WRONG])
    assert (facts(good).calls, facts(good).bridged) == (1, False)
    assert (facts(newer).calls, facts(newer).bridged) == (1, True)
    assert wrong == Outcome(reason="syntax error: '(' was never closed", line=1)


def test_nothing_to_read() -> None:
    assert read_isolated([]) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "ended the process that read it (SIGSEGV)"),
        ("import os; os._exit(3)", "ended the process that read it (exit code 3)"),
        ("raise SystemExit(4)", "ended the process that read it (exit code 4)"),
    ],
)
def test_a_file_that_ends_its_process(deed: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    harm(monkeypatch, deed)
    bad = Job("bad.py", b"")
    outcomes = read_isolated([GOOD, bad, NEWER, bad, GOOD])
    assert [outcome.reason for outcome in outcomes] == [None, reason, None, reason, None]
    assert [outcome.settled for outcome in outcomes] == [True, False, True, False, True]


def test_a_file_that_takes_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    harm(monkeypatch, "bytes(serving.MEMORY)")
    (outcome,) = read_isolated([Job("bad.py", b"")])
    assert outcome.reason == "ended the process that read it (exit code 1)"


@pytest.mark.parametrize("deed", ["while True: pass", "import time; time.sleep(60)"])
@pytest.mark.slow
def test_a_file_that_takes_forever(deed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    harm(monkeypatch, deed)
    monkeypatch.setattr(serving, "SECONDS", 0.5)
    outcomes = read_isolated([Job("bad.py", b""), GOOD])
    assert [outcome.reason for outcome in outcomes] == ["took too long to read", None]


@pytest.mark.parametrize("executable", ["/no/such/python", "/bin/false"])
def test_where_no_process_can_be_started_files_are_read_here(executable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", executable)
    good, newer = read_isolated([GOOD, NEWER])
    assert facts(good).calls == 1
    assert newer == read_plainly(NEWER)


def test_plain_reading_says_where_more_can_be_done() -> None:
    assert read_plainly(GOOD) == read(GOOD)
    assert [read_plainly(job).settled for job in (NEWER, WRONG, Job("bytes.py", b"\xff"))] == [False, False, True]


def test_a_literal_that_is_no_text() -> None:
    (statement,) = facts(read(Job("a.py", b'x = "a\\ud800"'))).body
    assert isinstance(statement, code.Assign)
    assert isinstance(statement.value, code.Constant)
    assert statement.value.value == "a?"
