"""Can a name in the analysed source act on the reader's terminal or page?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from boundary.model.glue import Glue, Tie
from boundary.model.operations import Answer, Evidence, Line
from boundary.model.outcome import Change, Crossing, Follower, Group, Outcome
from boundary.model.scan import Context, Relaxed, Scan, Seam, Split, Table
from boundary.report import markdown, operations, parting, text, whatif
from boundary.report.exports.formats import EXPORTS
from boundary.report.formats import FORMATS
from boundary.report.phrases import Code, Paragraph, Rows, Section
from boundary.report.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable

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
    rendered = FORMATS[format_](bad, lambda: verdict, full=True)
    assert "\x1b" not in rendered
    assert "\\x1b" in rendered


EVIL = "evil\x1b]0;title\x07"
SEAM = Relaxed(Seam(EVIL, 1, EVIL, EVIL), 1, "outbox", (EVIL,), (EVIL,))


@pytest.mark.parametrize("renderer", [text.render, markdown.render])
def test_no_escape_reaches_what_is_said_of_a_split(renderer: Callable[..., str], shop: Scan) -> None:
    split = Split(EVIL, 0.0, (Context(EVIL, (EVIL,)),), relaxed=(SEAM,), metrics={EVIL: 1})
    other = msgspec.structs.replace(split, relaxed=(), metrics={EVIL: 2})
    transaction = msgspec.structs.replace(shop.transactions[0], function=EVIL, file=EVIL)
    bad = msgspec.structs.replace(shop, root=EVIL, transactions=(transaction,))
    outcome = Outcome(
        base=EVIL,
        changes=(Change("move", (EVIL, EVIL)),),
        before=split,
        after=other,
        cut=(Crossing(transaction.id, {EVIL: ("orders_order",), "b": ("audit_entry",)}),),
        followers=(Follower(EVIL, EVIL, EVIL),),
        glued_before=Group(1, 1),
        glued_after=Group(1, 1),
    )
    glue = Glue(
        ones=(EVIL,), others=("b", "c"), seams=(SEAM,), price=1, ties=(Tie("function", EVIL, EVIL, EVIL, 1, EVIL),)
    )
    line = Line(EVIL, f"of {EVIL}", (EVIL, EVIL), (Evidence(EVIL, 1, EVIL, EVIL),))
    for sections in (
        whatif.outline(bad, outcome, full=True),
        parting.sections(glue),
        operations.outline(bad, split, [Answer("asked", EVIL, (line,))]),
    ):
        rendered = renderer(sections)
        assert "\x1b" not in rendered
        assert "\\x1b" in rendered


@pytest.mark.parametrize("name", EXPORTS)
def test_no_escape_reaches_an_export(name: str, shop: Scan) -> None:
    split = Split(EVIL, 0.0, (Context(EVIL, (EVIL, "a\nb"), (EVIL,)), Context("b", ("c",), ("d",))))
    bad = msgspec.structs.replace(shop, root=EVIL, tables=(*shop.tables, Table(EVIL)))
    assert "\x1b" not in EXPORTS[name](bad, split)


@pytest.mark.parametrize("words", ["of orders, read in 3 places", "<b>", "[x](y)", "a`b", "a\x1b"])
def test_a_sentence_is_quoted_where_it_could_act(words: str) -> None:
    spoken = operations._spoken(words)
    assert isinstance(spoken, Code) is (words != "of orders, read in 3 places")
