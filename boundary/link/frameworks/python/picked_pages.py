"""Which pages does a handler serve that takes their names from the path?  All that its class tells others of.

    class Orders(RequestHandler):
        def get(self, path):
            self.finish(getattr(self, path)())

        def shipped(self): ...

The framework calls `get` alone, for a request of any page: `shipped` is an entry point of its own, also where `get`
hands the name to a method that picks (`return self.page_of(path)`). Methods that only a library, or a class between the
one that picks and the one with the handler, knows by their names are none; nor is what begins with an underscore.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import Instance
from boundary.link.frameworks.entry_functions import register
from boundary.link.frameworks.entry_points import entry_methods
from boundary.link.syntax.kinds import CHILDREN, FUNCTION, NAME, parts_of

if TYPE_CHECKING:
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.model import code


def enter_pages(call: NativeCall, holder: Value) -> None:
    """`getattr(self, path)` in a method that answers requests: those of its class are pages."""
    function, written = call.evaluator.context.function, call.evaluator.calling
    if function is None or function.library or function.cls is None or written is None:
        return
    if not _is_of_request(function, written):
        return
    for atom in holder:
        if not isinstance(atom, Instance) or atom.cls.library:
            continue
        entered = entry_methods(call.interpreter, atom.cls)
        handler = _handler(call, atom.cls, entered)
        if handler is None:
            continue
        for name in _pages(call, atom.cls, (function.cls, handler)):
            if name not in entered:
                register(call.interpreter, "route", "", call.interpreter.classes.own(atom.cls, name))


def _handler(call: NativeCall, cls: ClassInfo, entered: dict[str, str]) -> ClassInfo | None:
    """The class with the handler of this class that runs right now, for its framework: what picks, or calls that."""
    above = call.interpreter.classes.mro(cls)
    for context in reversed(call.interpreter.under_way):
        function = context.function
        if function is not None and entered.get(function.name) == "route" and function.cls in above:
            return function.cls
    return None


def _is_of_request(function: FunctionInfo, written: code.Call) -> bool:
    """Whether the name that is asked for is made of a parameter: of a part of the path."""
    given = {one.name for one in function.parameters[1:]}
    stack: list[object] = list(written.arguments[1:2])
    while stack:
        node = stack.pop()
        if type(node) is NAME and node.id in given:
            return True
        if isinstance(node, tuple):
            stack.extend(node)
        elif type(node) in CHILDREN:
            stack.extend(parts_of(node))
    return False


def _pages(call: NativeCall, cls: ClassInfo, dispatchers: tuple[ClassInfo, ...]) -> list[str]:
    """The methods that a class defines for others: no class of a library has them, nor one above with the handler."""
    if cls in dispatchers:
        return []
    mro = call.interpreter.classes.mro(cls)
    below = mro[: min(mro.index(one) for one in dispatchers)]
    above = [one for one in mro if one.library or one not in below]
    return [
        name
        for name, bindings in cls.bindings.items()
        if not name.startswith("_")
        and all(type(one.statement) is FUNCTION for one in bindings)
        and not any(name in one.bindings for one in above)
    ]
