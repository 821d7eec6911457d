"""BND204: a foreign key, or its cascade, crosses a boundary.

    # shop/orders/models.py
    class Order(models.Model):
        invoice = models.ForeignKey("billing.Invoice", on_delete=models.CASCADE)   # BND204, twice

Why it matters: the database checks a foreign key only inside itself. When the contexts part, the constraint goes, and
whoever relied on it has to check by other means. A cascade goes further: deleting a row of one context silently deletes
rows of another, in one transaction.

A foreign key and its cascade are findings of their own, so that one may be accepted without the other.

Ways out: keep the other side's key as a plain value; replace the cascade by an event that the other context acts on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.gather import gathered
from boundary.check.rule import Rule
from boundary.model.findings import Finding, Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture
    from boundary.model.scan import ForeignKey


def check(picture: Picture) -> Iterator[Finding]:
    """Findings for each foreign key between two contexts, and for its cascade."""
    return gathered(_keys(picture))


def _keys(picture: Picture) -> Iterator[Finding]:
    for key in picture.scan.foreign_keys:
        here, there = picture.of_table(key.from_), picture.of_table(key.to)
        if here is None or there is None or here == there:
            continue
        column = f"{key.from_}.{key.column}"
        yield _finding(key, here, there, "reference", f"{column} of {here} references {key.to} of {there}")
        if key.on_delete and key.on_delete.replace(" ", "_").upper() in {"CASCADE", "SET_NULL", "SET_DEFAULT"}:
            done = "deletes" if key.on_delete.upper() == "CASCADE" else "changes"
            message = f"deleting from {key.to} of {there} {done} rows of {key.from_} of {here}, by {column}"
            yield _finding(key, here, there, "cascade", message)


def _finding(key: ForeignKey, here: str, there: str, op: str, message: str) -> Finding:
    return Finding(
        rule=RULE.id,
        title=RULE.title,
        from_=here,
        to=there,
        symbol=f"{key.from_}.{key.column}",
        target=key.to,
        op=op,
        message=message,
        sites=(Site(key.file, key.line or 1),) if key.file else (),
        ways=(f"keep the key of {key.to} as a plain value", f"let {there} tell what it deletes, by an event")[
            : 1 if op == "reference" else 2
        ],
    )


RULE = Rule("BND204", "foreign key or cascade across contexts", check)
