"""BND101: a module imports from another context past its public modules.

    # shop/orders/services.py
    from shop.billing.models import Invoice      # BND101, when billing's public is ["shop.billing.api"]
    from shop.billing.api import create_invoice  # fine

Why it matters: whoever imports the inside of a context changes whenever that inside changes, and goes with it when it
is moved out. Imports inside functions and those for type checkers count: the name is depended on all the same.

What is allowed: a context may import what another one lists under `public`; where it lists nothing, what the importing
context names under `may-use`. A `may-use` that is not empty also shuts out every context that it does not name.

Ways out: import the public module instead; make the module public if others are meant to use it; move the code to the
context that it belongs to.
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
    """One finding for each importing module and imported module."""
    return gathered(_imports(picture))


def _imports(picture: Picture) -> Iterator[Finding]:
    for one, here, there in picture.couplings:
        if one.kind != "import" or picture.may_reach(here, there, one.to):
            continue
        yield Finding(
            rule=RULE.id,
            title=RULE.title,
            from_=here,
            to=there,
            symbol=one.from_,
            target=one.to,
            op="import",
            message=f"{one.from_} imports {one.to}, which is not public in {there}",
            sites=(site(one),),
            ways=(f"import a public module of {there}", f"make {one.to} public in {there}"),
        )


RULE = Rule("BND101", "import past the public modules", check)
