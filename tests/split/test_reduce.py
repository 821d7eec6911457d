"""What is left out changes no price (test_division proves it); here: that it is left out."""

from __future__ import annotations

from boundary.config import Settings
from boundary.model.wanted import Wanted
from boundary.split.problem import problem

from .scans import scan_of


def seams_left(*lines: str) -> set[str]:
    costs = problem(scan_of(*lines), Wanted(), Settings()).costs
    return {costs.seams[seam].calls for seam in costs.seam_of}


def test_calls_before_a_seam_that_costs_no_more_are_left_out() -> None:
    assert seams_left("f: =order log>write>+audit") == {"update order", "insert audit"}


def test_a_call_stays_where_what_it_reaches_costs_more_together() -> None:
    assert seams_left("f: =order log>=audit log>=note") == {"update order", "log", "update audit", "update note"}
