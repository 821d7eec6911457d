"""Which collections of a caller has a function filled?  Those that it was handed, directly or by what hands them on.

What is called keeps under the name of each parameter what was put into it. A wrapper that hands on what it was handed
(`return function(*args, **kwargs)`) keeps that for its own callers: what came by name under that name, and what came by
position under its place.
"""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from boundary.link.domain import merging
from boundary.link.domain.values import BOTTOM, UNKNOWN, Container
from boundary.link.members import adding, aliases, growing, memberships
from boundary.link.members.filling import handed_over, keep
from boundary.link.members.gathering import loosened
from boundary.link.syntax.kinds import DISPLAY, NAME, STARRED
from boundary.link.syntax.walking import calls_in, variables_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

PACKED: Final = "args"
"""The argument that has those of a thread's function: `Thread(target=work, args=(rows,))`."""
PLACE: Final = "*"
"""What stands before the place of an argument in the name under which `*args` keeps what was put into it."""


def give_back(evaluator: Evaluator, callee: Context, arguments: Arguments, *, bound: bool) -> None:
    """What a function has put into its parameters is in what the call at hand has handed over; `bound`: to an object.

    Constants decide no branch from then on: whether the function got so far is not known.
    """
    node, function, filled = evaluator.calling, callee.function, callee.filled
    if node is None or function is None or not filled:
        return
    evaluator.calling = None  # what runs while they are filled (`handed[key]` of an object) is no part of this call
    try:
        _fill_all(evaluator, node, _places_of(function, filled)[bound:], filled, arguments)
    finally:
        evaluator.calling = node


def _fill_all(
    evaluator: Evaluator, node: code.Call, names: list[str], filled: dict[str, Value], arguments: Arguments
) -> None:
    """Everything that a call hands over has what the function has put into the parameter that it becomes."""
    given = arguments.positional
    for position, place in enumerate(node.arguments):
        if type(place) is STARRED:
            _keep_rest(evaluator, node, place.value, names[position:], filled)
            break
        if position < len(names) and names[position] in filled and position < len(given):
            _fill(evaluator, place, given[position], filled[names[position]], node.line)
    for places in _packed(node, len(given)) if given else ():
        for name, place, value in zip(names, places, given, strict=False):
            _fill(evaluator, place, value, filled.get(name, BOTTOM), node.line)
    for keyword in node.keywords:
        if keyword.name is None:
            _keep_named(evaluator, node, keyword.value, names, filled)
        elif keyword.name in filled and keyword.name in arguments.keywords:
            _fill(evaluator, keyword.value, arguments.keywords[keyword.name], filled[keyword.name], node.line)


def _packed(node: code.Call, count: int) -> Iterator[tuple[code.Expression, ...]]:
    """What is written for the arguments of a function that is handed over with them: `Thread(args=(rows,))`."""
    for one in (*(one.value for one in node.keywords if one.name == PACKED), *node.arguments):
        if type(one) is DISPLAY and len(one.items) == count:
            yield one.items
    if len(node.arguments) > count and not any(type(one) is STARRED for one in node.arguments):
        yield node.arguments[-count:]  # `pool.submit(work, rows)`


def _places_of(function: FunctionInfo, filled: Iterable[str]) -> list[str]:
    """The names under which a function keeps what is put into its arguments by position, in their order."""
    own = [one.name for one in function.parameters if one.kind in {"normal", "positional"}]
    beyond = [int(name.removeprefix(PLACE)) for name in filled if name.startswith(PLACE)]
    return [*own, *(f"{PLACE}{place}" for place in range(max(beyond, default=-1) + 1))]


def _keep_rest(
    evaluator: Evaluator, node: code.Call, handed: code.Expression, names: list[str], filled: dict[str, Value]
) -> None:
    """`function(*args)`: what is put into each of them is put into what the caller handed over at that place."""
    if _is_rest(evaluator.context.function, handed, "args"):
        for place, name in enumerate(names):
            if name in filled:
                keep(evaluator, f"{PLACE}{place}", filled[name])
    elif type(handed) is NAME:  # `pair = rows, other`, and then `fill(*pair)`
        for name in names:
            memberships.spread(evaluator, handed.id, UNKNOWN, node.line, filled.get(name, BOTTOM))


def _keep_named(
    evaluator: Evaluator, node: code.Call, handed: code.Expression, names: list[str], filled: dict[str, Value]
) -> None:
    """`function(**kwargs)`: what is put into one of them is put into what the caller handed over by that name."""
    function = evaluator.context.function
    if function is not None and _is_rest(function, handed, "kwargs"):
        for name in _by_name(function, node, names, filled):
            keep(evaluator, name, filled[name])
    elif type(handed) is NAME:  # `options = {"rows": rows}`, and then `fill(**options)`
        for name, added in filled.items():
            memberships.spread(evaluator, handed.id, evaluator.atoms.constant(name), node.line, added)


def _by_name(function: FunctionInfo, call: code.Call, names: list[str], filled: Iterable[str]) -> list[str]:
    """The names among those that are filled which only `**kwargs` of a function can have given to a call."""
    plain = [one for one in call.arguments if type(one) is not STARRED]
    given = {*names[: len(plain)], *(one.name for one in call.keywords), *(one.name for one in function.parameters)}
    return [name for name in filled if name not in given and not name.startswith(PLACE)]


def _is_rest(function: FunctionInfo | None, handed: code.Expression, kind: str) -> bool:
    """Whether something is what a function was handed beyond its parameters: its `*args`, or its `**kwargs`."""
    return (
        function is not None
        and type(handed) is NAME
        and any(one.kind == kind and one.name == handed.id for one in function.parameters)
    )


def _fill(evaluator: Evaluator, place: code.Expression, given: Value, added: Value, line: int) -> None:
    if not added or not _is_place(place) or evaluator.evaluate(place) != given:
        return  # the call at hand is another one
    if (collection := adding.collection_of(evaluator, place, given)) is not None:
        place, given = collection, evaluator.evaluate(collection)
    added = frozenset(opened for atom in added for opened in _opened(evaluator, atom))
    held = given
    if aliases.is_fillable(given):
        held = growing.each_filled(evaluator, given, added) or merging.merged(evaluator, given | added)
    evaluator.put_back(place, held, line, added)
    if type(place) is NAME:
        memberships.spread_each(evaluator, place.id, line, added)


def _is_place(node: code.Expression) -> bool:
    """Whether what is handed over is kept somewhere, where the caller finds it again."""
    return isinstance(node, (code.Name, code.Attribute, code.Subscript))


def _opened(evaluator: Evaluator, atom: object) -> Value:
    """A collection in which constants may be others, and keys may be missing."""
    if not isinstance(atom, Container):
        return BOTTOM
    if atom.kind != "dict" or atom.entries is None:
        return evaluator.atoms.container(atom.kind, loosened(atom.element))
    entries = {key: loosened(held) for key, held in atom.entries}
    entries.setdefault(None, BOTTOM)
    return evaluator.atoms.container("dict", loosened(atom.element), tuple(entries.items()))


class TakingBack:
    """Who has to be told that a function has put more into a collection that was handed over to it?

    A function that only hands it on, and whose own callers could not find it again, learns nothing from it.
    """

    def __init__(self) -> None:
        self._places: dict[tuple[FunctionInfo, FunctionInfo, frozenset[str]], frozenset[str] | None] = {}

    def of(self, callee: Context) -> list[Context]:
        """Those that have called the function and could find what it has put into its parameters."""
        return list(self._among(callee, frozenset(callee.filled or ()), {callee}))

    def _among(self, callee: Context, filled: frozenset[str], seen: set[Context]) -> Iterator[Context]:
        for reader in callee.known_to():
            if reader.function is None or callee.function is None or reader in seen:
                continue
            key = reader.function, callee.function, filled
            if key not in self._places:
                self._places[key] = _handed_on(*key)
            handed_on = self._places[key]
            if handed_on is None or (handed_on and any(self._among(reader, handed_on, {reader, *seen}))):
                yield reader


def _handed_on(function: FunctionInfo, callee: FunctionInfo, filled: frozenset[str]) -> frozenset[str] | None:
    """The parameters of a function that it hands on to these of another one, if that is all that it does with them.

    None where it could hand over anything else; which of its calls are of the other function is not asked.
    """
    names = _places_of(callee, filled)
    calls = calls_in(function.body)
    places = [place for call in calls for place in _places(call, names, filled)]
    own = frozenset(place.id for place in places if type(place) is NAME) & handed_over(function)
    used = Counter(variables_in(function.body) if own else ())
    only = all(type(one) is NAME and one.id in own and used[one.id] == 1 for one in places)
    return own.union(_of_rest(function, calls, names, filled)) if only else None


def _of_rest(
    function: FunctionInfo, calls: Iterable[code.Call], names: list[str], filled: frozenset[str]
) -> Iterator[str]:
    """Under which names a function keeps what is put into its `*args` and `**kwargs` by what it hands them on to."""
    for call in calls:
        for position, one in enumerate(call.arguments):
            if type(one) is STARRED and _is_rest(function, one.value, "args"):
                for shifted in (0, 1):  # on an object, `self` goes ahead
                    held = names[position + shifted :]
                    yield from (f"{PLACE}{place}" for place, name in enumerate(held) if name in filled)
                break
        if any(one.name is None and _is_rest(function, one.value, "kwargs") for one in call.keywords):
            yield from _by_name(function, call, [], filled)


def _places(call: code.Call, names: list[str], filled: frozenset[str]) -> Iterator[code.Expression]:
    """What a call hands over to these parameters and keeps a place for; on an object, `self` goes ahead of them."""
    for position, one in enumerate(takewhile(lambda given: type(given) is not STARRED, call.arguments)):
        if _is_place(one) and not filled.isdisjoint(names[position : position + 2]):
            yield one
    yield from (one.value for one in call.keywords if one.name in filled and _is_place(one.value))
