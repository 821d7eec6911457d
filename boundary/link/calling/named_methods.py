"""Which parameters of a function name the method that it calls?  `getattr(plugin, name)(order)`, and what hands it on.

A manager of plug-ins has a method for each event, and each comes down to the one that calls whichever it is told of.
That name keeps the callers of a function apart for longest: what they hand over beside it does not say what happens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.carrying import Reader
from boundary.link.syntax.kinds import ASSIGN, CALL, NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.model import code


class MethodReader(Reader):
    """Reads a body for the names of methods that are called in it."""

    def note(self, nodes: Sequence[object], body: tuple[code.Statement, ...]) -> None:
        """Which parameters name a method here that is called, or handed to what may call it (`on_commit(method)`)."""
        del body
        asked = [one for node in nodes if type(node) is CALL for one in (node.function, *node.arguments[:1])]
        called = {one.id for one in asked if type(one) is NAME}
        for node in nodes:
            if type(node) is ASSIGN and any(type(one) is NAME and one.id in called for one in node.targets):
                asked += [node.value] if node.value is not None else []
        for one in asked:
            if type(one) is CALL and type(one.function) is NAME and one.function.id == "getattr":
                for name in one.arguments[1:2]:
                    self.direct |= self.sources(name)
