"""What the recorder says of a small project whose lines carry the expectation in a comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from boundary.observe import read_lines, statements_path
from tests.observe.conftest import DATA

if TYPE_CHECKING:
    from pathlib import Path

EXPECTED = re.compile(
    r"# (?P<kind>with|decorator|library|view|request) (?P<func>\S+?)(?: > (?P<entered>\S+?))?:"
    r"(?P<writes>(?: notes_\w+)*)(?: locks(?P<locks>(?: notes_\w+)+))?(?: reads(?P<reads>(?: notes_\w+)+))?"
    r"(?P<back> rolled back)?$"
)


class Expected(NamedTuple):
    kind: str
    file: str
    line: int
    func: str
    entered: str | None
    writes: tuple[str, ...]
    locks: tuple[str, ...]
    rolled_back: bool


def expectations() -> list[Expected]:
    found = []
    for file in sorted((DATA / "notes").glob("*.py")):
        for line, text in enumerate(file.read_text().splitlines(), start=1):
            if match := EXPECTED.search(text):
                words = {name: tuple((match[name] or "").split()) for name in ("writes", "locks")}
                place = (match["kind"], f"notes/{file.name}", line, match["func"], match["entered"])
                found.append(Expected(*place, words["writes"], words["locks"], bool(match["back"])))
    return found


def as_expected(row: dict[str, Any]) -> Expected:
    site = row["tx"]
    entered = site["entered"]["func"] if "entered" in site else None
    place = (site["kind"], site["file"], site["line"], site["func"], entered)
    return Expected(*place, tuple(row["writes"]), tuple(row["locks"]), "rollback" in row["outcomes"])


@pytest.fixture(scope="module")
def rows(recorded: Path) -> list[dict[str, Any]]:
    return read_lines(recorded)


def test_every_transaction_is_where_the_source_says(rows: list[dict[str, Any]]) -> None:
    busy = [row for row in rows if row["writes"] or row["reads"]]
    assert {as_expected(row) for row in busy} == set(expectations())


def find(rows: list[dict[str, Any]], func: str) -> dict[str, Any]:
    return next(row for row in rows if row["tx"]["func"] == func)


def test_a_request_tells_the_action(rows: list[dict[str, Any]]) -> None:
    assert find(rows, "Notes.dispatch")["tx"]["detail"] == "create"


def test_a_decorator_that_uses_a_wrapper_tells_what_it_runs(rows: list[dict[str, Any]]) -> None:
    assert find(rows, "Durable.__enter__")["tx"]["runs"] == "lasting"


def test_reads_stand_beside_writes(rows: list[dict[str, Any]]) -> None:
    assert find(rows, "reads")["reads"] == ["notes_note"]
    assert find(rows, "raw")["reads"] == ["notes_comment"]


def test_a_nested_block_belongs_to_the_outer_transaction(rows: list[dict[str, Any]]) -> None:
    assert find(rows, "recursive")["count"] == 1
    nested = [s for s in find(rows, "block")["statements"] if s["func"] == "tag" and s["op"] == "insert"]
    assert [frame.rsplit(":", 1)[1] for frame in nested[0]["chain"]] == ["tag", "block"]


def test_the_chain_ends_at_the_transaction(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        site = row["tx"]
        inside = {
            site["func"],
            site.get("entered", {}).get("func"),
            "plain.<locals>.inner",
            "durably.<locals>.inner",
            "Create.post",
            "Notes.create",
        }
        for statement in row["statements"]:
            assert statement["chain"][-1].rsplit(":", 1)[1] in inside


def test_commit_hooks_and_plain_calls_are_outside(recorded: Path) -> None:
    outside = [row["statement"] for row in read_lines(statements_path(recorded))]
    inserts = {(s["func"], s["table"]) for s in outside if s["op"] == "insert"}
    assert inserts == {
        ("outside", "notes_note"),
        ("later.<locals>.<lambda>", "notes_tag"),
        ("implicit", "notes_note"),
        ("asynchronous", "notes_note"),
    }


def test_a_template_reads_for_the_function_that_renders_it(recorded: Path) -> None:
    outside = [row["statement"] for row in read_lines(statements_path(recorded))]
    assert ("renders", "notes_tag", "select") in {(s["func"], s["table"], s["op"]) for s in outside}


def test_async_code_knows_who_called_it(rows: list[dict[str, Any]]) -> None:
    (callers,) = find(rows, "in_a_thread")["callers"]
    assert [frame.rsplit(":", 1)[1] for frame in callers.split(" < ")] == ["asynchronous", "calls_async"]


def test_project_and_callers_are_kept(rows: list[dict[str, Any]]) -> None:
    assert {row["project"] for row in rows} == {"notes"}
    (caller,) = find(rows, "Loud.save")["callers"]
    assert caller.startswith("notes/services.py:")
    assert caller.endswith(":inherited")
