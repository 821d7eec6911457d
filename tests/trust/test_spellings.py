"""Code that is spelled in another way gives the same answer: a few of what `tests.benchmarks.spelled` compares."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.hostile.odd import applications
from tests.benchmarks.spelled import checkout
from tests.benchmarks.spelled.__main__ import answer, compare, difference, respelled
from tests.benchmarks.spelled.crowds import CROWDS
from tests.benchmarks.spelled.decisions import DECISIONS, by_and, by_match, left_early
from tests.benchmarks.spelled.spellings import SPELLINGS, in_loop, returned_by_choice, with_body_of_its_own
from tests.benchmarks.spelled.structures import STRUCTURES, by_comprehension, by_keyword
from tests.link.linking import divide, linked

if TYPE_CHECKING:
    from pathlib import Path

SOME = 40
"""So many of the applications that a spelling changes are compared."""
SAME = [in_loop, returned_by_choice, by_comprehension, by_keyword, left_early, by_and, by_match]
EVERY = [*SPELLINGS, *STRUCTURES, *DECISIONS, *CROWDS]
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


@pytest.mark.parametrize(
    "spelling", [*SPELLINGS, *STRUCTURES, *DECISIONS, *CROWDS], ids=lambda spelling: spelling.__name__
)
def test_a_spelling_spells_otherwise(spelling: object) -> None:
    tree = spelling(ast.parse(PROGRAM))  # type: ignore[operator]
    text = ast.unparse(ast.fix_missing_locations(tree))
    assert text != ast.unparse(ast.parse(PROGRAM))


SHOP = """
from django.db import models, transaction
class Order(models.Model):
    total = models.IntegerField()
class Desk:
    def place(self):
        with transaction.atomic():
            Order.objects.create(total=1)
"""
LOST = "- shop/models.py Desk.place: insert shop_order (certain)"


def silent(tree: ast.Module) -> ast.Module:
    """Nothing is done in any block."""
    for node in ast.walk(tree):
        if isinstance(node, ast.With):
            node.body = [ast.Pass()]
    return tree


@pytest.mark.parametrize(
    ("spelling", "line", "differing"),
    [
        (with_body_of_its_own, "0 of 1 lost, 0 new, 0 believed otherwise", []),
        (
            silent,
            "1 of 1 lost, 0 new, 0 believed otherwise",
            ["- shop/models.py Desk.place: insert shop_order (certain)"],
        ),
    ],
)
def test_a_checkout_is_compared_with_itself(tmp_path: Path, spelling: object, line: str, differing: list[str]) -> None:
    source, folder = tmp_path / "shop", tmp_path / "spelled" / "shop"
    (source / "shop").mkdir(parents=True)
    (source / "shop" / "__init__.py").touch()
    (source / "shop" / "models.py").write_text(SHOP)
    checkout.spell(source, folder, None)
    plain = checkout.answered(folder)
    changed, said, lines = checkout.compare(source, folder, plain, spelling)  # type: ignore[arg-type]
    assert (changed, said) == (1, line)
    assert [one.replace("shop.models.", "") for one in lines] == differing
