"""Code that is spelled in another way gives the same answer: a few of what `tests.benchmarks.spelled` compares."""

from __future__ import annotations

import ast

import pytest

from tests.benchmarks.hostile.odd import applications
from tests.benchmarks.spelled.__main__ import answer, compare, difference, respelled
from tests.benchmarks.spelled.decisions import DECISIONS, by_and, by_match, left_early
from tests.benchmarks.spelled.spellings import SPELLINGS, in_loop, returned_by_choice
from tests.benchmarks.spelled.structures import STRUCTURES, by_comprehension, by_keyword
from tests.link.linking import divide, linked

SOME = 40
"""So many of the applications that a spelling changes are compared."""
SAME = [in_loop, returned_by_choice, by_comprehension, by_keyword, left_early, by_and, by_match]
PROGRAM = """
from django.db import transaction
from shop.bases import Base
class Cart(Base):
    def fill(self):
        return self.rows
def work(rows, row):
    with transaction.atomic():
        row.save()
        print(row)
    for one in rows:
        one.save()
    if row:
        return work(rows, row)
    if isinstance(row, Cart):
        row.fill()
    if row and rows:
        row.save()
"""


@pytest.mark.slow
@pytest.mark.parametrize("spelling", SAME, ids=lambda spelling: spelling.__name__)
def test_the_same_answer(spelling: object) -> None:
    held = [(text, divide(text)) for text in applications()]
    changed = [text for text, files in held if respelled(files, spelling) != respelled(files, None)]  # type: ignore[arg-type]
    some = changed[:: -(-len(changed) // SOME)]
    plain = {text: answer(linked(respelled(divide(text), None))) for text in some}
    compared, differing = compare(plain, spelling)  # type: ignore[arg-type]
    assert compared == len(some) > 5
    assert not differing, "\n".join(f"{text}\n{difference(plain[text], found)}" for text, found in differing)


@pytest.mark.parametrize("spelling", [*SPELLINGS, *STRUCTURES, *DECISIONS], ids=lambda spelling: spelling.__name__)
def test_a_spelling_spells_otherwise(spelling: object) -> None:
    tree = spelling(ast.parse(PROGRAM))  # type: ignore[operator]
    text = ast.unparse(ast.fix_missing_locations(tree))
    assert text != ast.unparse(ast.parse(PROGRAM))
