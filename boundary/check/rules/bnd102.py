"""BND102: a function calls into another context past its public modules.

    # shop/orders/services.py
    invoice = create_invoice(order)   # from shop.billing.api: fine
    invoice.recalculate()             # BND102: the method stands in shop.billing.models, which is not public

Why it matters: an object that crosses a boundary carries its methods with it, and no import shows who calls them. After
a split each such call is a remote one, or a copy of the code.

What is allowed is as for BND101. What a public module has from elsewhere and the caller imports from there by name is
public too, a class with its methods.

A receiver that a signal runs is not called by the sender's code; an override or a handler that plugs itself in is not
called by the base class or the registry that runs it, which imports nothing of the other context while that imports it.
Nor is a line told that calls methods of one name of several classes, and whose module imports nothing of their context.
What they do inside a transaction is BND301 and BND302.

Ways out: add a function for it to the public module; return plain values instead of objects with methods.
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

HIDDEN = {"signal", "override", "trigger"}
"""What runs without being named where the call stands: who runs it does not know it."""


def check(picture: Picture) -> Iterator[Finding]:
    """One finding for each calling function and called function."""
    return gathered(_calls(picture))


def _calls(picture: Picture) -> Iterator[Finding]:
    for one, here, there in picture.couplings:
        if one.kind != "call" or one.because in HIDDEN:
            continue
        if picture.may_call(here, there, one) or picture.inverted(one):
            continue
        yield Finding(
            rule=RULE.id,
            title=RULE.title,
            from_=here,
            to=there,
            symbol=one.function,
            target=one.target,
            op="defer" if one.deferred else "call",
            message=f"{one.function} calls {one.target}, which is not public in {there}",
            sites=(site(one),),
            ways=(f"call a public function of {there}", f"let a public module of {there} pass it on"),
            confidence=one.confidence,
        )


RULE = Rule("BND102", "call past the public modules", check, grows=True)
