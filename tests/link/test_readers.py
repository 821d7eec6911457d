"""Who has read something: each reader once, in the order in which they came."""

from __future__ import annotations

import pytest

from boundary.link.calling.contexts import Blind, Context
from boundary.link.domain.readers import Read
from boundary.link.sql.units import module_of
from boundary.model.sql import SqlFileFacts, SqlSource


def contexts(count: int) -> list[Context]:
    module = module_of(SqlSource("made", "made.sql", SqlFileFacts(None, 1)))
    return [Context(None, module, {}) for _ in range(count)]


@pytest.mark.parametrize("order", ["", "0", "00", "01", "010", "0120", "00110", "0101"])
def test_readers(order: str) -> None:
    one, held = Read(), contexts(3)
    for number in order:
        one.read_by(held[int(number)])
    assert list(one.known_to()) == [held[int(number)] for number in dict.fromkeys(order)]


def test_what_is_recorded_of_one_context_is_of_no_other() -> None:
    one, other = contexts(2)
    blind = Blind(1, 0, "dynamic SQL")
    one.note_blind(blind)
    assert (list(one.blinds), list(other.blinds)) == ([blind], [])
    one.see(blind)
    assert not one.blinds
