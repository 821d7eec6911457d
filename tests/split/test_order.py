"""In which order seams are relaxed."""

from __future__ import annotations

from boundary.config import Settings
from boundary.model.wanted import Wanted
from boundary.split.order import in_order
from boundary.split.problem import problem

from .scans import scan_of


def order(*lines: str, relaxed: str) -> list[str]:
    """The calls of the seams that lead to these tables, in the order in which they are to be relaxed."""
    found = problem(scan_of(*lines), Wanted(), Settings())
    wanted = {f"{op} {table}" for table in relaxed.split() for op in ("insert", "update", "lock")}
    seams = {seam for seam in found.trees.price if seam.calls in wanted}
    return [one.seam.calls for one in in_order(found, seams, {line.split(":")[0] for line in lines})]


def test_first_what_frees_most_for_its_price() -> None:
    lines = ["f: =order log>+audit", "g: =order log>+audit", "h: =order =stock"]
    assert order(*lines, relaxed="stock audit") == ["insert audit", "update stock"]


def test_a_cheap_one_before_a_dear_one() -> None:
    assert order("f: =order +audit", "g: =order !stock", relaxed="stock audit") == ["insert audit", "lock stock"]


def test_what_completes_a_transaction_counts_more() -> None:
    # f needs two seams, g one: the one that g shares comes first, then the other is worth a whole transaction
    lines = ["f: =order log>=audit pay>=bill", "g: =order log>=audit", "h: =order =stock =note"]
    assert order(*lines, relaxed="audit bill stock note")[:2] == ["update audit", "update bill"]
