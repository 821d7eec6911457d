"""Can a name in the analysed source act on the reader's terminal or page?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from boundary.model.scan import Scan, Table
from boundary.report import markdown, text
from boundary.report.formats import FORMATS
from boundary.report.phrases import Code, Paragraph, Rows, Section
from boundary.report.printable import printable

if TYPE_CHECKING:
    from boundary.report.verdict import Verdict


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("orders_order", "orders_order"),
        ("größe_表", "größe_表"),
        ("a\x1b[31mred", "a\\x1b[31mred"),
        ("two\nlines\r", "two\\x0alines\\x0d"),
        ("\x9b0m", "\\x9b0m"),
        ("left\u202eright", "left\\u202eright"),
        ("no\u200bwidth", "no\\u200bwidth"),
        ("lone\udcff", "lone\\udcff"),
        ("tag\U000e0041", "tag\\U000e0041"),
    ],
)
def test_printable(hostile: str, shown: str) -> None:
    assert printable(hostile) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<script>", "`<script>`"),
        ("a`b", "`` a`b ``"),
        ("``", "``` `` ```"),
        ("a|b", "`a\\|b`"),
        ("[x](javascript:y)", "`[x](javascript:y)`"),
        ("", ""),
    ],
)
def test_markdown_cell(name: str, shown: str) -> None:
    rows = Rows(("name",), (((Code(name),),),))
    assert markdown.render([Section(None, (rows,))]).splitlines()[-1] == f"| {shown} |"


def test_text_has_one_line_per_statement() -> None:
    assert text.render([Section(None, (Paragraph((Code("a\nb"),)),))]) == "a\\x0ab\n"


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_no_escape_reaches_a_report(format_: str, shop: Scan, shop_verdict: Verdict) -> None:
    evil = "evil\x1b]0;title\x07"
    split = shop.splits[0]
    context = msgspec.structs.replace(
        split.contexts[0], name=evil, tables=(evil,), modules=(evil,), entry_points=(evil,)
    )
    bad = msgspec.structs.replace(
        shop,
        root=evil,
        tables=(*shop.tables, Table(evil)),
        transactions=tuple(msgspec.structs.replace(one, function=evil, file=evil) for one in shop.transactions),
    )
    verdict = msgspec.structs.replace(shop_verdict, strict=msgspec.structs.replace(split, contexts=(context,)))
    rendered = FORMATS[format_](bad, verdict, full=True)
    assert "\x1b" not in rendered
    assert "\\x1b" in rendered
