"""By which of its parameters does a function ask a registry for what it returns, or calls one after the other?

    def action(name):                 def handler(self, kind):                  def publish(self, event, row):
        return actions[name]              found = self.handlers.get(kind)           for hear in self.heard.get(event):
                                          return found                                  hear(row)

Here by `name`, by `kind`, and by `event`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, FOR, NAME, RETURN, SUBSCRIPT
from boundary.link.syntax.scopes import bindings_of, flat
from boundary.link.syntax.walking import calls_in, last_name, root_name
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOKED_UP: Final[frozenset[type]] = frozenset({code.Call, code.Subscript})


def looked_up(body: tuple[code.Statement, ...], parameters: frozenset[str], own: str) -> dict[str, bool]:
    """The parameters by which a registry is asked for that, and whether it is one of the module's own.

    `self.actions.get(name)`, and `found.get(name)` of a variable, matter as `self.actions[name]` does; what is asked of
    an argument does not.
    """
    found: list[tuple[str, str]] = []
    asked: list[str] = []
    for value in _asked(body) if parameters else ():
        if type(value) is SUBSCRIPT:
            found.append((last_name(value.value) if type(value.value) is NAME else "", last_name(value.index)))
        elif type(value) is CALL and value.arguments and type(value.function) is ATTRIBUTE:
            holder = value.function.value
            if value.function.name == "get" and type(value.arguments[0]) is NAME:
                root = root_name(holder)
                if type(holder) is NAME:
                    found.append((holder.id, value.arguments[0].id))
                if root and (root == own or root not in parameters):
                    asked.append(value.arguments[0].id)
    found = [(held, name) for held, name in found if held and name in parameters and held not in parameters]
    local = bindings_of(body)[0] if found else {}
    told = {name: False for name in asked if name in parameters}
    return told | {name: True for held, name in found if held not in local}


def _asked(body: tuple[code.Statement, ...]) -> Iterator[code.Expression]:
    """What a function returns, or goes through to call it, also by way of a variable: `found = actions.get(name)`."""
    asked = [one.value for one in flat(body) if type(one) is RETURN and one.value is not None]
    asked += [one.iterable for one in flat(body) if type(one) is FOR and _is_called(one)]
    for value in asked:  # `return actions.get(name)(order)` calls it at once
        yield value.function if type(value) is CALL and type(value.function) in LOOKED_UP else value
    variables = {one.id for one in asked if type(one) is NAME}
    for one in flat(body) if variables else ():
        if type(one) is ASSIGN and one.value is not None and len(one.targets) == 1:
            target = one.targets[0]
            if type(target) is NAME and target.id in variables:
                yield one.value


def _is_called(loop: code.For) -> bool:
    """Whether a loop calls what it goes through, or a method of that."""
    return type(loop.target) is NAME and any(root_name(one.function) == loop.target.id for one in calls_in(loop.body))
