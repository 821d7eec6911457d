"""`boundary split`: its answers in every format, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boundary.cli.main import outcome

SHOP = Path(__file__).parent.parent / "report" / "golden" / "report.json"


def test_the_document_has_the_splits_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(["split", str(SHOP), "--contexts", "2", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    names = [split["name"] for split in document["splits"]]
    assert names[:2] == ["strict", "requested"]
    assert len(document["splits"][1]["contexts"]) == 2
    prices = [split["price"] for split in document["splits"] if split["name"].startswith("frontier")]
    assert prices == sorted(prices)


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_prices_and_weights_are_printed(format_: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(["split", str(SHOP), "--contexts", "2", "--format", format_]) == 0
    out = capsys.readouterr().out
    assert "What a seam costs: a row that is only appended (outbox) 1, " in out
    assert "What evidence weighs: tables written together 4, " in out
    assert "requested: 2 contexts for " in out.lower()


def test_prices_come_from_the_configuration(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "scan.json"
    document.write_bytes(SHOP.read_bytes())
    (tmp_path / "boundary.toml").write_text("[prices]\nappended = 4\n[weights]\nwords = 0\n")
    assert outcome(["split", str(document)]) == 0
    out = capsys.readouterr().out
    assert "(outbox) 4," in out
    assert "words in names 0." in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--together", "orders_order", "nothing"], "no table is called 'nothing'"),
        (["--keep", "orders_order"], "'orders_order' is not TABLE=CONTEXT"),
        (["--contexts", "99"], "--contexts 99: there are "),
        (["--max-share", "1.5"], "--max-share"),
    ],
)
def test_what_it_refuses(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(["split", str(SHOP), *arguments]) == 2
    captured = capsys.readouterr()
    assert words in captured.err
    assert captured.out == ""


def test_the_same_question_has_the_same_answer(capsys: pytest.CaptureFixture[str]) -> None:
    answers = []
    for _ in range(2):
        assert outcome(["split", str(SHOP), "--contexts", "3", "--seed", "5"]) == 0
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1]
