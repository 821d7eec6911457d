"""The commands that work on a split, on the sample shop: what they say, and what they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boundary import api
from boundary.cli.main import outcome

SAMPLE = Path(__file__).parent.parent.parent / "samples" / "shop"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("split")
    found = api.split(api.scan(SAMPLE, cache=folder / "cache"))
    file = folder / "shop.json"
    file.write_text(api.render_splits(found, "json"))
    return str(file)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["split", "--against", "packages"], "AGAINST PACKAGES"),
        (["split", "--against", "layers"], "presentation 0, services 0, persistence 62"),
        (["whatif", "move", "bill_invoice", "shipping"], "TRANSACTIONS THAT BECOME CUT"),
        (["whatif", "split", "shipping", "shipping_tracking", "merge", "customers+account", "shipping"], "METRICS"),
        (["whatif", "relax", "shop/audit/trail.py:9"], "Transactions then hold the tables in"),
        (["whatif", "pin", "bill_invoice", "audit_log", "-f", "markdown"], "## Metrics"),
        (["operations"], "WHAT STILL ANSWERS WHEN ONE CONTEXT IS DOWN"),
        (["operations", "--split", "packages", "-f", "markdown"], "## The order of extraction"),
        (["explain", "bill_invoice", "loyalty_points", "--in"], "WHAT IT TAKES TO PART THEM"),
        (["explain", "shipping", "customers+account", "--split", "strict", "--in"], "are not glued"),
        (["emit", "router"], "class ContextRouter"),
        (["emit", "cml", "--split", "packages"], "ContextMap {"),
    ],
)
def test_what_is_said(arguments: list[str], said: str, document: str, capsys: pytest.CaptureFixture[str]) -> None:
    name, *rest = arguments
    given = [document, *rest] if name == "whatif" else [*rest, document]
    assert outcome([name, *given]) == 0, capsys.readouterr().err
    assert said in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["operations", "--split", "strickt"], "no split is called 'strickt'; did you mean strict?"),
        (["operations", "--contexts", "99"], "no split has 99 contexts; there are splits with"),
        (["operations", "--contexts", "3", "--split", "strict"], "exclude each other"),
        (["operations", "--split", "declared"], "the configuration declares no contexts"),
        (["split", "--against", "nothing.json"], "nothing.json: No such file"),
        (["explain", "bill_invoice", "bill_invoice", "--in"], "nothing between them"),
    ],
)
def test_what_is_refused(arguments: list[str], words: str, document: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome([*arguments, document]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere", "move", "a", "b"], "neither a path nor a change"),
        ([".", "dance"], "'dance' is no change; changes are move, merge, split, pin, relax"),
        (["."], "say what to change"),
    ],
)
def test_changes_that_are_none(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(["whatif", *words]) == 2
    assert said in capsys.readouterr().err


def test_documents_are_json(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["whatif", document, "move", "audit_log", "shipping"], ["operations", document]):
        assert outcome([*arguments, "-f", "json"]) == 0
        assert json.loads(capsys.readouterr().out)


def test_init_then_declared(document: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(["init", document, "--into", str(tmp_path)]) == 0
    config = str(tmp_path / "boundary.toml")
    assert "boundary.toml: 4 contexts of the split strict declared" in capsys.readouterr().out
    assert outcome(["init", document, "--into", str(tmp_path)]) == 2
    assert "--force replaces them" in capsys.readouterr().err
    assert outcome(["emit", "binds", document, "--split", "declared", "--config", config]) == 0
    assert "written by `boundary emit binds` for the split 'declared'" in capsys.readouterr().out
