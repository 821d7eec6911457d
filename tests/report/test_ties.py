"""What the report says of a table that holds everything together."""

from __future__ import annotations

from boundary.api import render
from tests.split.scans import scan_of

AUDITED = scan_of("f: =a +b +log|audit.trail", "g: =c +log|audit.trail", "h: =d =e +log|audit.trail")
WRITTEN = scan_of("f: =a +b +log", "g: =c +log", "h: =d =e +log|audit.trail")
SPOKEN = (
    "What holds it together is log, which 3 transactions write beside other tables: without that, the largest core"
    " would have 2."
)


def test_the_table_is_named_with_who_writes_it() -> None:
    text = render(AUDITED)
    assert SPOKEN in text
    assert "      4             3  log    audit.trail, unasked" in text
    assert "      4             3  log    audit.trail, unasked in 1" in render(WRITTEN)


def test_it_is_nobodys_fault_where_no_table_does() -> None:
    assert "hold it together" not in render(scan_of("f: =a +b +log", "g: =b +log"))


def test_what_nobody_wrote_out_is_left_out_together() -> None:
    both = "+log|audit +version|history"
    text = render(scan_of(f"f: =a +b {both}", f"g: =c {both}", f"h: =d =e {both}"))
    assert "hold it together" not in text  # each of the two would go on without the other
    assert "Without what libraries write unasked, the largest core would have 2 tables." in text
    assert "      5             3  what libraries write unasked  log, version" in text
