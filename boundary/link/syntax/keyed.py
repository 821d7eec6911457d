"""Which loop keeps for each member what belongs to that?  `context[name] = getattr(self, name)`, pairs of a dict.

With its members taken together everything would be held for each, and of many names none would say what is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, DISPLAY, NAME, SUBSCRIPT
from boundary.link.syntax.scopes import flat
from boundary.link.syntax.walking import calls_in, last_name, root_name

if TYPE_CHECKING:
    from boundary.model import code

REGISTERS: Final = ("add_", "connect", "expose", "register", "route", "subscribe")
"""How the names of functions begin that are handed what is called later."""
COPIES: Final = frozenset({"list", "sorted", "tuple"})
GROWS: Final = frozenset({"add", "append"})
ADDING: Final[frozenset[str]] = GROWS | {"insert", "appendleft", "put", "put_nowait"}
"""Methods that put one more into a collection."""
GROWING: Final[frozenset[str]] = ADDING | {"extend", "extendleft", "update", "setdefault"}
"""Methods that put something into a collection."""


def keeps_by_name(node: code.For) -> bool:
    """Whether the body of a loop over names sets items by the loop's own variable to attributes of that name."""
    if type(node.target) is not NAME:
        return False
    name = node.target.id
    return any(_is_asked_by(one.value, name) for one in _kept_under(node, name))


def asks_by_name(node: code.For) -> bool:
    """Whether a loop over names asks an object for each: `getattr(self.order, name)`."""
    target = node.target
    return type(target) is NAME and any(_is_asked_by(one, target.id) for one in calls_in(node.body))


def is_asked_by(node: code.Expression, target: code.Expression) -> bool:
    """Whether what stands there asks an object for the name that a variable holds, and does nothing else."""
    return type(target) is NAME and type(node) is CALL and _is_asked_by(node, target.id)


def calls_by_name(node: code.For) -> bool:
    """Whether a loop calls what it asks an object for by its own variable: `step = getattr(self, name)`, `step()`.

    So does one that hands it to what calls it later: `self.add_url_rule(path, view_func=getattr(self, name))`.
    """
    target = node.target
    names = [one.id for one in (target.items if type(target) is DISPLAY else (target,)) if type(one) is NAME]
    calls = calls_in(node.body)
    asked = [one for one in calls if any(_is_asked_by(one, name) for name in names)]
    if not asked:
        return False
    kept = {
        target.id
        for one in flat(node.body)
        if type(one) is ASSIGN and any(one.value is call for call in asked)
        for target in one.targets
        if type(target) is NAME
    }
    meant = [one.function for one in calls]
    for one in calls:
        if last_name(one.function).startswith(REGISTERS):
            meant += [*one.arguments, *[keyword.value for keyword in one.keywords]]
    return any((type(one) is NAME and one.id in kept) or any(one is call for call in asked) for one in meant)


def keeps_pairs(node: code.For) -> bool:
    """Whether a loop over the pairs of a dict sets items by its keys: `cleaned[name] = field.clean(data[name])`.

    So does one that lists some of the keys, `names.add(name)`: a value forgets them where there are too many.
    """
    pairs, target = node.iterable, node.target
    if type(pairs) is CALL and last_name(pairs.function) in COPIES and pairs.arguments:
        pairs = pairs.arguments[0]
    if type(pairs) is not CALL or last_name(pairs.function) != "items" or type(target) is not DISPLAY:
        return False
    key = target.items[0] if len(target.items) == 2 else None  # noqa: PLR2004 - a pair
    return type(key) is NAME and (bool(_kept_under(node, key.id)) or _lists(node, key.id))


def _lists(node: code.For, name: str) -> bool:
    """Whether the body of a loop puts one of its variables into a collection."""
    return any(
        last_name(one.function) in GROWS and len(one.arguments) == 1 and _is_name(one.arguments[0], name)
        for one in calls_in(node.body)
    )


def changes_each(node: code.For) -> bool:
    """Whether a loop sets attributes of its members by what they are themselves: `field.rows = field.rows.open()`.

    A member is a variable of the loop, perhaps beside its key.
    """
    target = node.target
    names = [one.id for one in (target.items if type(target) is DISPLAY else (target,)) if type(one) is NAME]
    return bool(names) and any(type(one) is ASSIGN and _is_set_by(one, names) for one in flat(node.body))


def _is_set_by(one: code.Assign, names: list[str]) -> bool:
    """Whether an attribute of one of these variables is set to what begins with the same variable."""
    root = root_name(one.value) if one.value is not None else ""
    return root in names and any(type(target) is ATTRIBUTE and _is_name(target.value, root) for target in one.targets)


def _kept_under(node: code.For, name: str) -> list[code.Assign]:
    """The statements of a loop that set an item by one of its variables."""
    return [
        one
        for one in flat(node.body)
        if type(one) is ASSIGN
        and any(type(target) is SUBSCRIPT and _is_name(target.index, name) for target in one.targets)
    ]


def _is_name(node: object, name: str) -> bool:
    return type(node) is NAME and node.id == name


def _is_asked_by(node: object, name: str) -> bool:
    """`getattr(row, name)`, perhaps with a default."""
    return (
        type(node) is CALL
        and last_name(node.function) == "getattr"
        and len(node.arguments) > 1
        and _is_name(node.arguments[1], name)
    )
