"""What has code put into an object under names that it was told, as `setattr(view, method, handler)` of a table does?

Who asks for a name that is not known, as a view does for the method of a request, may mean any of the functions there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import functions
from boundary.link.domain.joining import join
from boundary.link.domain.values import Instance
from boundary.link.syntax.kinds import CONSTANT

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import NativeCall

TOLD: Final = "* told"
"""The attribute that stands for all of these."""


def keep(call: NativeCall, value: Value) -> None:
    """`setattr(view, name, handler)`: remember the functions, whatever the name was this time."""
    node = call.evaluator.calling
    if node is None or len(node.arguments) < 2 or type(node.arguments[1]) is CONSTANT:  # noqa: PLR2004 - who and what
        return
    held = functions(value)
    for atom in call.first if held else ():
        if isinstance(atom, Instance) and not atom.cls.library:
            call.interpreter.write_attribute(atom, TOLD, held)


def kept(call: NativeCall, holder: Value) -> Value:
    """`getattr(view, name)`, where nothing is known of the name."""
    return join(
        call.interpreter.read_attribute(atom.cells, TOLD, call.evaluator.context)
        for atom in holder
        if isinstance(atom, Instance) and not atom.cls.library
    )
