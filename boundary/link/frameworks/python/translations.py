"""What is `_` where nobody defines it?  What `gettext.install` puts among the builtins: a text gives a text.

    gettext.translation("shop", folder).install(names=["ngettext"])

The functions that `names` lists stand beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

INSTALLED: Final = ("_", "gettext", "ngettext", "pgettext", "npgettext")


def translated(call: NativeCall) -> Value:
    """`_("No orders")`: which text it is depends on the language."""
    return call.atoms.external("gettext.gettext()")


NATIVES: Final[dict[str, Handler]] = {f"builtins.{name}": translated for name in INSTALLED}
