"""Which collection is a variable a member of?  What is put into the member is in the collection, too.

    for row in rows: row["order"] = order            # the rows of `rows` have an order from here on
    row = {}; rows.append(row); row["order"] = order # as has this one, though it was put into the list before
    lines = by_order.setdefault(order.pk, [])        # what is put into `lines` is in `by_order`
    found.append({"order": order, "lines": lines})   # and in that dict, which is in `found`
    found.append((order, lines))                     # or in that tuple

Constants are left out: what they could decide is not worth a collection that grows with each of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.domain import merging
from boundary.link.domain.asking import is_unknown
from boundary.link.domain.joining import join, union
from boundary.link.domain.keys import key_of
from boundary.link.domain.values import BOTTOM, UNKNOWN, Container, External
from boundary.link.members import containers, growing
from boundary.link.members.aliases import HOLDERS, is_fillable
from boundary.link.syntax.keyed import ADDING
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, COMPREHENSION, DISPLAY, MAPPING, NAME, OPERATION, SUBSCRIPT
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.execution import Executor

SAME_MEMBERS: Final = frozenset({"reversed", "sorted", "list", "tuple", "iter", "set"})
"""Functions that give the members of their first argument, one by one."""
SOURCES: Final[frozenset[type]] = frozenset({code.Call, code.Display, code.Mapping})
"""What a variable is bound to that may make it a member, or hold one."""
ANY_PLACE: Final = code.Name("__unknown__")
"""The place of a member of which no place is known."""
NESTED: Final = 3
"""So deep is looked for anything but constants in what is put into a member."""


class Membership(NamedTuple):
    """The collection, as it is written, and the key under which it holds the member; None for any.

    `inside`: not the collection itself, but one of those that are in it; `place` is where, if these are tuples.
    """

    collection: code.Expression
    key: code.Expression | None
    inside: bool = False
    place: int | None = None


def of_loop(executor: Executor, target: code.Expression, iterable: code.Expression, element: Value) -> None:
    """`for target in iterable`: each variable is a member of what it comes from."""
    if not any(isinstance(atom, Container) or is_unknown(atom) for atom in element):
        return
    if type(target) is NAME:
        _joins(executor, target.id, iterable, None)
    elif type(target) is DISPLAY and type(iterable) is CALL:
        _of_parts(executor, target.items, iterable)


def _of_parts(executor: Executor, targets: tuple[code.Expression, ...], iterable: code.Call) -> None:
    """`for key, row in rows.items()`, `for index, row in enumerate(rows)`, `for row, other in zip(rows, others)`."""
    function, given = iterable.function, iterable.arguments
    if type(function) is ATTRIBUTE and function.name == "items" and len(targets) > 1:
        key, row = targets[:2]
        if type(row) is NAME:
            _joins(executor, row.id, function.value, key if type(key) is NAME else None)
    elif type(function) is NAME and function.id == "enumerate" and given and type(targets[-1]) is NAME:
        _joins(executor, targets[-1].id, given[0], None)
    elif type(function) is NAME and function.id == "zip":
        for target, one in zip(targets, given, strict=False):
            if type(target) is NAME:
                _joins(executor, target.id, one, None)


def bound(executor: Executor, target: code.Expression, source: code.Expression) -> None:
    """`rows = by_key.setdefault(key, [])`, `found = {"rows": rows}`, `found = [row]`."""
    if type(source) is CALL:
        if type(target) is NAME and (place := _taken_from(source)) is not None:
            _joins(executor, target.id, place, source.arguments[0])
        elif type(target) is NAME and _is_next(source):
            _joins(executor, target.id, _searched(source.arguments[0]), None)
        elif type(target) is NAME and type(source.function) is NAME and source.function.id == "dict":
            for one in source.keywords:  # `dict(rows=rows)`
                if type(one.value) is NAME and one.name is not None:
                    _stands_in(executor, one.value.id, Membership(target, code.Constant(one.name)))
    elif type(target) in HOLDERS:
        for row, key, _ in _written(source):
            if type(row) is NAME:
                _stands_in(executor, row.id, Membership(target, key))


def _is_next(call: code.Call) -> bool:
    """`next(...)`: what is called so and takes nothing is a function of the program."""
    return type(call.function) is NAME and call.function.id == "next" and bool(call.arguments)


def stored(executor: Executor, target: code.Expression, source: code.Expression) -> None:
    """`by_name["rows"] = rows`: the variable is a member from here on."""
    if type(target) is SUBSCRIPT and type(source) is NAME and type(target.value) in HOLDERS:
        _stands_in(executor, source.id, Membership(target.value, target.index))


def _searched(members: code.Expression) -> code.Expression:
    """What `next` gives a member of: of `row for row in rows if row.open` the rows."""
    if type(members) is COMPREHENSION and len(members.clauses) == 1:
        target, element = members.clauses[0].target, members.elements[0]
        if type(target) is NAME and type(element) is NAME and target.id == element.id:
            return members.clauses[0].iterable
    return members


def _taken_from(call: code.Call) -> code.Expression | None:
    """The dict that `rows.get(key)` and `rows.setdefault(key, [])` give a member of; a default of `get` is none."""
    function = call.function
    if type(function) is not ATTRIBUTE or type(function.value) not in HOLDERS:
        return None
    gives = {"get": len(call.arguments) == 1, "setdefault": bool(call.arguments)}.get(function.name, False)
    return function.value if gives else None


def _written(source: code.Expression) -> Iterator[tuple[code.Expression, code.Expression | None, int | None]]:
    """The members of a collection as they are written, with their keys, or their places in a tuple."""
    if type(source) is MAPPING:
        pairs = zip(source.keys, source.values, strict=True)
        yield from ((row, key, None) for key, row in pairs if key is not None)
    elif type(source) is DISPLAY:
        yield from ((row, None, at if source.kind == "tuple" else None) for at, row in enumerate(source.items))


def added(executor: Executor, call: code.Call, function: code.Attribute) -> None:
    """`rows.append(row)`: the variable is a member from here on."""
    row = call.arguments[-1] if call.arguments and function.name in ADDING else None
    if row is None or type(function.value) not in HOLDERS:
        return
    if type(row) is NAME:
        _stands_in(executor, row.id, Membership(function.value, None))
    for member, key, place in _written(row):
        if type(member) is NAME:
            _stands_in(executor, member.id, Membership(function.value, key, inside=True, place=place))


def _stands_in(executor: Executor, name: str, new: Membership) -> None:
    """A variable is put into a collection, if it is one itself."""
    if is_fillable(executor.env.get(name, BOTTOM)):
        held = executor.memberships.setdefault(name, [])
        if not any(one.collection is new.collection and one.key is new.key and one.place == new.place for one in held):
            held.append(new)
        if type(new.collection) is NAME and not new.inside:
            executor.holdings.setdefault(new.collection.id, []).append((new.key, name))


def spread(evaluator: Evaluator, collection: str, under: Value, line: int, added: Value) -> None:
    """`by_name["rows"].append(order)`: a variable that names the member (`by_name = {"rows": rows}`) has it, too.

    `added` is a collection of nothing but what is new.
    """
    if collection not in evaluator.holdings or not says_more(added):
        return
    held = evaluator.holdings.pop(collection)
    for key, name in held:
        value = evaluator.env.get(name, BOTTOM)
        if is_fillable(value) and (key is None or _may_be_same(under, evaluator.evaluate(key))):
            evaluator.put_back(code.Name(name), merging.merged(evaluator, value | added), line, added)
    evaluator.holdings[collection] = held


def spread_each(evaluator: Evaluator, collection: str, line: int, added: Value) -> None:
    """A function has put something into members of the collection that it was handed."""
    if collection in evaluator.holdings:
        for key, part in (containers.pairs(added) or {}).items():
            under = evaluator.atoms.constant(key) if isinstance(key, str) else UNKNOWN
            spread(evaluator, collection, under, line, part)


def forgotten(evaluator: Evaluator, name: str) -> None:
    """A variable is bound anew: it names another collection, or another member."""
    evaluator.holdings.pop(name, None)
    for held in evaluator.holdings.values():
        held[:] = [one for one in held if one[1] != name]


def _may_be_same(key: Value, other: Value) -> bool:
    one, two = key_of(key), key_of(other)
    return one is None or two is None or one == two


def _joins(executor: Executor, name: str, collection: code.Expression, key: code.Expression | None) -> None:
    """A variable is a member of what an expression gives the members of."""
    while True:
        if type(collection) is OPERATION and collection.operator == "or":
            collection = collection.operands[0]
        elif type(collection) is not CALL:
            break
        elif type(collection.function) is NAME and collection.function.id in SAME_MEMBERS and collection.arguments:
            collection = collection.arguments[0]
        elif type(collection.function) is ATTRIBUTE and collection.function.name == "values":
            collection = collection.function.value
        else:
            break
    if type(collection) in HOLDERS and not (type(collection) is NAME and collection.id == name):
        executor.memberships.setdefault(name, []).append(Membership(collection, key))


def filled(executor: Executor, name: str, line: int, added: Value) -> None:
    """Something is put into the collection that a variable names: what it is a member of holds it, too."""
    if name not in executor.memberships or name not in executor.env:
        return
    places = executor.memberships.pop(name)
    if says_more(added):
        row = merging.merged(executor, frozenset(atom for atom in executor.env[name] if isinstance(atom, Container)))
        for collection, key, inside, place in places:  # out of the way, as for aliases: a list may hold itself
            under = UNKNOWN if key is None or type(key) is CALL else executor.evaluate(key)  # no call is made twice
            members = code.Subscript(collection, ANY_PLACE, line) if inside else collection
            if place is None:
                _fill(executor, members, under, row, line)
                if not inside and type(collection) is NAME:
                    spread(executor, collection.id, under, line, added)
            else:
                _fill(executor, collection, UNKNOWN, _with_part(executor, members, place, row), line)
    executor.memberships[name] = places


def _with_part(executor: Executor, tuples: code.Expression, place: int, row: Value) -> Value:
    """Tuples that hold a row at a place, made anew with what it has become: what was in them does not change itself."""
    found: list[Value] = []
    for atom in executor.evaluate(tuples):
        entries = atom.entries if isinstance(atom, Container) and atom.kind == "tuple" else None
        if entries is not None and place < len(entries) and is_fillable(entries[place]):
            parts = [*entries[:place], union(entries[place], row), *entries[place + 1 :]]
            found.append(containers.make(executor, "tuple", parts))
    return join(found)


def _fill(executor: Executor, collection: code.Expression, key: Value, row: Value, line: int) -> None:
    """A collection holds a row that has grown, beside what it was; one of which nothing is known is a list."""
    outer = executor.evaluate(collection)
    is_dict = any(isinstance(atom, Container) and atom.kind == "dict" for atom in outer)
    new = executor.atoms.container("list", row)
    if is_dict:
        new = growing.with_key(executor, executor.atoms.container("dict", BOTTOM, ()), key, row)
    if is_fillable(outer):
        grown = growing.with_key(executor, outer, key, row)
    elif type(collection) is NAME and any(is_unknown(atom) or isinstance(atom, External) for atom in outer):
        grown = union(outer, new)
    else:
        return
    executor.put_back(collection, merging.merged(executor, grown), line, new)


def rebound(executor: Executor, name: str) -> None:
    """A variable is bound anew: it is no member any more, and what it named has no such member."""
    executor.memberships.pop(name, None)
    for held in executor.memberships.values():
        held[:] = [one for one in held if not (type(one.collection) is NAME and one.collection.id == name)]


def says_more(value: Value, depth: int = NESTED) -> bool:
    """Whether there is anything but constants in a value, at some depth."""
    for atom in value:
        if isinstance(atom, Container):
            if depth and says_more(atom.element, depth - 1):
                return True
        elif not merging.says_little(atom):
            return True
    return False
