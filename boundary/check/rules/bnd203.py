"""BND203: one query joins tables of two contexts.

    Order.objects.filter(invoice__paid=False)                      # BND203: orders_order with bill_invoice
    Order.objects.select_related("customer__user")                 # so is this, when accounts owns the customers
    cursor.execute("SELECT ... FROM orders_order o JOIN bill_invoice i ON ...")

Why it matters: a join needs both tables in one database. Each one has to be taken apart, into two queries or a copy of
the other side's data, before either table can move.

Lookups over relations (`a__b__c`), `select_related`, `prefetch_related` (two queries, one result), aggregates over
relations, and SQL that names both tables in one text are seen.

Ways out: ask the other context for the keys first and filter by them; keep the few columns that are needed beside one's
own rows; move reports that join everything to a store of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.gather import gathered
from boundary.check.picture import site
from boundary.check.rule import Rule
from boundary.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture


def check(picture: Picture) -> Iterator[Finding]:
    """One finding for each function and pair of tables of two contexts that it joins."""
    return gathered(_joins(picture))


def _joins(picture: Picture) -> Iterator[Finding]:
    for one in picture.scan.couplings:
        if one.kind != "join" or (one.file, one.line, one.function) in picture.generic_places:
            continue
        code = picture.of_code(one)
        tables = sorted((one.from_, one.to), key=lambda table: (picture.of_table(table) != code, table))
        here, there = (picture.of_table(table) for table in tables)
        if here is None or there is None or here == there:
            continue
        yield Finding(
            rule=RULE.id,
            title=RULE.title,
            from_=here,
            to=there,
            symbol=one.function,
            target=" with ".join(tables),
            op="join",
            message=f"{one.function} joins {tables[0]} of {here} with {tables[1]} of {there}",
            sites=(site(one),),
            ways=(
                f"ask {there} for the rows and filter by their keys",
                f"keep what is needed of {tables[1]} in {here}",
            ),
            confidence=one.confidence,
        )


RULE = Rule("BND203", "join across contexts", check)
