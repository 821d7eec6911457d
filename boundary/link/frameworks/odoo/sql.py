"""Which text does `SQL("UPDATE %s SET x = %s", SQL.identifier("orders"), 1)` of Odoo make?  The template, filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain import texts
from boundary.link.domain.values import UNKNOWN, Constant, Pattern
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

BASE: Final = "odoo.tools.sql.SQL"


class Composed(Hook):
    """Its objects are texts."""

    base = BASE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`SQL("... %s ...", part)`."""
        del cls, line
        code = arguments.get(0, "code") or UNKNOWN
        text = frozenset(atom for atom in code if isinstance(atom, (Constant, Pattern)))
        if not text:
            return UNKNOWN
        parts = list(arguments.positional[1:])
        return texts.formatted(evaluator.atoms, text, parts) if parts else text


def identifier(call: NativeCall) -> Value:
    """`SQL.identifier("orders")`: the name."""
    return call.arguments.get(0, "name") or UNKNOWN


NEEDS: Final = ("odoo",)
HOOKS: Final = (Composed(),)
NATIVES: Final[dict[str, Handler]] = {f"{BASE}.identifier": identifier}
