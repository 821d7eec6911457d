"""Does `boundary compare` say what was missed, and refuse what is no recording?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from boundary.cli.main import outcome

SHOP = Path(__file__).parent.parent / "report" / "golden" / "report.json"
SITE = {"file": "shop/orders/services.py", "line": 88, "func": "place_order", "kind": "with"}
OUTSIDE = {"file": "shop/orders/reports.py", "line": 8, "func": "daily", "op": "select", "table": "orders_order"}


def record(path: Path, *rows: dict[str, Any]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def seen(*writes: str, **site: Any) -> dict[str, Any]:  # noqa: ANN401 - any value of a row
    return {"tx": {**SITE, **site}, "writes": list(writes), "statements": [], "count": 1}


def test_a_recording_that_was_predicted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recording = record(tmp_path / "seen.jsonl", seen("orders_order", "billing_invoice"))
    record(tmp_path / "seen.statements.jsonl", {"statement": OUTSIDE})
    assert outcome(["compare", str(SHOP), recording]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "found     1 of 1 transaction that wrote something",
        "recall    100.0 % of 2 pairs of a transaction and a written table",
        "covered   100.0 % of these transactions, with every table that they wrote",
        "unseen    33.3 % of the tables that are predicted for those found, and no run wrote",
        "cut       0 by the strict split",
        "accesses  100.0 % of 1 (function, table, read or write)",
        "",
        "9 files, 1 unreadable; 94 % of calls and 66 % of SQL understood; 3 blind spots inside transactions; 0.2 s",
    ]


def test_every_kind_of_miss(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        seen("orders_order", "catalog_stock", "zebra"),
        seen("accounts_user", file="shop/a.py", line=1, func="go"),
    ]
    recording = record(tmp_path / "seen.jsonl", *rows)
    elsewhere = {**OUTSIDE, "op": "insert", "func": "weekly"}
    outside = record(tmp_path / "other.jsonl", {"statement": elsewhere}, {"statement": {**elsewhere, "table": "zebra"}})
    assert outcome(["compare", str(SHOP), recording, "--statements", outside]) == 0
    assert capsys.readouterr().out.split("\n\n")[1:-1] == [
        (
            "CUT BY THE STRICT SPLIT\n"
            "shop/orders/services.py:88 place_order wrote tables of several contexts catalog_stock, orders_order, zebra"
        ),
        "TRANSACTIONS THAT ARE NOT IN THE SCAN\nshop/a.py:1 go happened and wrote accounts_user",
        "TABLES THAT ARE NOT PREDICTED\nshop/orders/services.py:88 place_order also wrote catalog_stock, zebra",
        (
            "ACCESSES THAT NO FUNCTION IS KNOWN FOR\n"
            "shop/orders/reports.py:8 weekly was seen to write orders_order, write zebra"
        ),
    ]


def test_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recording = record(tmp_path / "seen.jsonl", seen("orders_order", "zebra"))
    assert outcome(["compare", str(SHOP), recording, "--format", "json"]) == 0
    captured = capsys.readouterr()
    figures = json.loads(captured.out)
    assert (figures["sites"], figures["found"], figures["recall"], figures["cut"]) == (1, 1, 0.5, 1)
    assert {
        "kind": "MISSED",
        "file": "shop/orders/services.py",
        "line": 88,
        "function": "place_order",
        "tables": ["zebra"],
    } in figures["misses"]
    assert captured.err.startswith("9 files")


def test_many_misses_are_counted_unless_all_are_wanted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recording = record(tmp_path / "seen.jsonl", *(seen("a", func=f"f{n}", file="x.py", line=n) for n in range(40)))
    assert outcome(["compare", str(SHOP), recording]) == 0
    assert "and 15 more places; --full lists them" in capsys.readouterr().out
    assert outcome(["compare", str(SHOP), recording, "--full"]) == 0
    assert capsys.readouterr().out.count("happened and wrote a") == 40


def test_an_empty_recording(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(["compare", str(SHOP), record(tmp_path / "seen.jsonl")]) == 0
    assert "there is nothing to compare" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{}\n", "row 1 is no recorded transaction"),
        (b'{"tx": {"file": "a.py"}, "writes": []}\n', "row 1 is no recorded transaction"),
        (b"[]\n", "1: not a JSON object"),
        (b"\n{", "not JSON"),
        (b"\xff\n", "not UTF-8"),
        (b"[" * 100_000, "not a recording"),
        (SHOP.read_bytes(), "not JSON"),
    ],
)
def test_what_is_no_recording(content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "seen.jsonl"
    file.write_bytes(content)
    assert outcome(["compare", str(SHOP), str(file)]) == 2
    error = capsys.readouterr().err
    assert str(file) in error
    assert said in error or "nested too deeply" in error


def test_statements_are_checked_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recording = record(tmp_path / "seen.jsonl", seen("orders_order"))
    record(tmp_path / "seen.statements.jsonl", {"statement": {"file": "a.py"}})
    assert outcome(["compare", str(SHOP), recording]) == 2
    assert "row 1 is no recorded statement" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[str(SHOP)], [str(SHOP), "nowhere.jsonl"], ["nowhere", str(SHOP)]])
def test_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(["compare", *arguments]) == 2
    assert capsys.readouterr().err
