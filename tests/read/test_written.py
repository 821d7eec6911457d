"""Which contexts does a file hold?  One form a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.errors import BoundaryError
from boundary.read.written import written_contexts

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = '{"schema": "boundary/1", "splits": [{"name": "a", "contexts": [{"name": "o", "tables": ["t"]}]}%s]}'
TWO = DOCUMENT.replace("%s", ', {"name": "b"}')


@pytest.mark.parametrize(
    ("name", "text", "split"),
    [
        ("boundary.toml", '[contexts.o]\ntables = ["t"]\n', None),
        ("pyproject.toml", '[tool.boundary.contexts.o]\ntables = ["t"]\n', None),
        ("plain.json", '{"o": ["t"]}', None),
        ("full.json", '{"o": {"tables": ["t"]}}', None),
        ("one.json", DOCUMENT.replace("%s", ""), None),
        ("two.json", DOCUMENT.replace("%s", ', {"name": "b", "contexts": []}'), "a"),
    ],
)
def test_forms(name: str, text: str, split: str | None, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    found = written_contexts(tmp_path / name, split)
    assert {context: one.tables for context, one in found.items()} == {"o": ("t",)}


@pytest.mark.parametrize(
    ("name", "text", "split", "words"),
    [
        ("boundary.toml", "", None, "no contexts in it"),
        ("bad.json", "{", None, "neither TOML nor JSON"),
        ("deep.json", "[" * 10_000, None, "neither TOML nor JSON"),
        ("list.json", "[1]", None, "expected a .toml with contexts"),
        (
            "two.json",
            DOCUMENT.replace("%s", ', {"name": "b"}'),
            None,
            "say which of its splits, as two.json#NAME; .* a, b",
        ),
        ("two.json", DOCUMENT.replace("%s", ', {"name": "b"}'), "c", "say which"),
        ("empty.json", DOCUMENT.replace("%s", ', {"name": "b"}'), "b", "no contexts in it"),
    ],
)
def test_a_file_without_contexts_is_refused(
    name: str, text: str, split: str | None, words: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(BoundaryError, match=words):
        written_contexts(tmp_path / name, split)
    with pytest.raises(BoundaryError, match=r"none\.json: No such file"):
        written_contexts(tmp_path / "none.json")
