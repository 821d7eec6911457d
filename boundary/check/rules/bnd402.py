"""BND402: a table that two contexts write.

    bill_invoice is written by billing (14 places) and orders (shop/orders/services.py:101)

Why it matters: a table with two writers has two owners, and so none. BND202 names each write past the owner; this rule
names the table, once for each context that writes it and is not its owner. It is what to look at first when a table
should move.

Ways out: let one context write, and the others ask it to; or split the table by its columns.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from boundary.check.picture import site
from boundary.check.rule import Rule
from boundary.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture
    from boundary.model.findings import Site


def check(picture: Picture) -> Iterator[Finding]:
    """One finding for each table with several writers, and each of them that does not own it."""
    for table, writers in sorted(_writers(picture).items()):
        owner = picture.of_table(table)
        for writer in sorted(writers.keys() - {owner}):
            others = " and ".join(sorted(writers.keys() - {writer}))
            yield Finding(
                rule=RULE.id,
                title=RULE.title,
                from_=writer,
                to=owner or "",
                symbol=table,
                target=table,
                op="write",
                message=f"{table} is written by {writer}, and by {others} too",
                sites=tuple(sorted(writers[writer], key=lambda one: (one.file, one.line))),
                ways=(f"let {owner or others} alone write it", "split the table"),
            )


def _writers(picture: Picture) -> dict[str, dict[str, set[Site]]]:
    """The places that write each table, by the context whose code they are."""
    found: dict[str, dict[str, set[Site]]] = defaultdict(lambda: defaultdict(set))
    for access in picture.scan.accesses:
        if not access.binds or access.op == "lock" or access.because == "cascade" or access.confidence == "guessed":
            continue
        context = picture.of_code(access)
        if context is not None and (access.file, access.line, access.function) not in picture.generic_places:
            found[access.table][context].add(site(access))
    return {table: writers for table, writers in found.items() if len(writers) > 1}


RULE = Rule("BND402", "table that two contexts write", check)
