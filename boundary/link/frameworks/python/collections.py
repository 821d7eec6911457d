"""What do Python's functions on collections give?  `map`, `zip`, `itertools`, methods of lists and sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.definitions.listed_classes import any_class_in, classes_in, crowd_in, joined_members, mostly_classes
from boundary.link.domain.asking import is_constant, truth
from boundary.link.domain.joining import WIDEST, join, together
from boundary.link.domain.values import BOTTOM, UNKNOWN, Constant, Container, by_age
from boundary.link.members import containers, reordering, set_operations

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def iterated(call: NativeCall) -> Value:
    """`any`, `sum`, `len` ...: the argument is iterated over, the answer is a number."""
    for value in call.arguments.positional:
        call.interpreter.items.iterate(call.evaluator, value, call.line)
    return UNKNOWN


def summed(call: NativeCall) -> Value:
    """`sum(x)`, a number; `sum(lists, [])`, all that is in the lists."""
    held = call.interpreter.items.iterate(call.evaluator, call.first, call.line)
    start = call.arguments.get(1, "start") or BOTTOM
    if any(isinstance(atom, Container) for atom in start):
        return containers.concatenate(call.evaluator, [start, held])
    return UNKNOWN


def backwards(call: NativeCall) -> Value | None:
    """`reversed(x)`: what `__reversed__` of an object gives, else its members from the last to the first."""
    own = call.interpreter.objects.method(call.evaluator, call.first, "__reversed__", call.line)
    if own is not None:
        return own
    members = containers.members(call.first)
    if members is not None:
        return containers.make(call.evaluator, "list", list(reversed(members)))
    return collected("list")(call)


def collected(kind: str) -> Handler:
    """`list(x)`, `reversed(x)` ...: the same members in a new collection."""

    def handler(call: NativeCall) -> Value:
        if not call.arguments.positional:
            return call.atoms.container(kind, BOTTOM, ())
        value = call.arguments.positional[0]
        members = containers.members(reordering.of_no_order(call.evaluator, value) if kind == "list" else value)
        if members is not None and (kind != "set" or all(is_constant(one) for one in members)):
            held = tuple(dict.fromkeys(members)) if kind == "set" else members
            return call.atoms.container(kind, joined_members(members), held)
        element = any_class_in(value) or call.interpreter.items.iterate(call.evaluator, value, call.line)
        return call.atoms.container(kind, element)

    return handler


def enumerated(call: NativeCall) -> Value:
    """`enumerate(x)`: pairs of a number and a member."""
    element = call.interpreter.items.iterate(call.evaluator, call.first, call.line)
    members = [one.alone for one in by_age(element)] if len(element) > WIDEST and mostly_classes(element) else [element]
    pairs = together(call.atoms.container("tuple", one, (UNKNOWN, one)) for one in members)
    return call.atoms.container("generator", pairs)


def zipped(call: NativeCall) -> Value:
    """`zip(a, b)`: tuples of members; of many classes, one for each."""
    given = call.arguments
    rows = side_by_side(given.positional) if not given.rest else None
    if rows is not None:
        pairs = [call.atoms.container("tuple", join(row), row) for row in rows]
        return call.atoms.container("list", joined_members(pairs), tuple(pairs))
    elements = [call.interpreter.items.iterate(call.evaluator, one, call.line) for one in given.positional]
    if given.rest:
        return transposed(call, join(elements))
    for place, crowd in enumerate(map(crowd_in, given.positional)):
        if crowd is not None:
            rows = [(*elements[:place], one.alone, *elements[place + 1 :]) for one in by_age(crowd)]
            pairs = [call.atoms.container("tuple", join(row), row) for row in rows]
            return call.atoms.container("generator", together(pairs))
    return call.atoms.container("generator", call.atoms.container("tuple", join(elements), tuple(elements)))


def zipped_to_longest(call: NativeCall) -> Value:
    """`zip_longest(a, b, fillvalue=x)`: tuples of members, or of what stands for one where a part has no more."""
    given = call.arguments
    filled = given.get(-1, "fillvalue") or call.atoms.none
    elements = [filled | call.interpreter.items.iterate(call.evaluator, one, call.line) for one in given.positional]
    if given.rest:
        elements.append(filled | call.interpreter.items.iterate(call.evaluator, given.rest, call.line))
        return call.atoms.container("generator", call.atoms.container("tuple", join(elements)))
    return call.atoms.container("generator", call.atoms.container("tuple", join(elements), tuple(elements)))


def repeated(call: NativeCall) -> Value:
    """`itertools.repeat(x, times)`: the same again and again."""
    return call.atoms.container("generator", call.first)


def side_by_side(columns: tuple[Value, ...]) -> list[tuple[Value, ...]] | None:
    """The rows of lists that are written out, one of them of classes; None for others."""
    held = [containers.members(one) for one in columns]
    if len(held) <= 1 or None in held or not any(classes_in(one) is not None for one in columns):
        return None
    return list(zip(*[one for one in held if one is not None], strict=False))


def transposed(call: NativeCall, beside: Value) -> Value:
    """`zip(*pairs)`: the first members of all, the second ones, and so on; of rows of unknown length, tuples of any."""
    columns = containers.members(call.arguments.rest)
    if columns is None or beside:
        element = call.interpreter.items.iterate(call.evaluator, call.arguments.rest, call.line)
        return call.atoms.container("generator", call.atoms.container("tuple", (element | beside) or UNKNOWN))
    made = tuple(call.atoms.container("tuple", one) for one in columns)
    return call.atoms.container("list", join(made), made)


def mapped(call: NativeCall) -> Value:
    """`map(f, x)`: what f returns for the members, for each of a list of classes by itself."""
    several = classes_in(call.arguments.positional[1]) if len(call.arguments.positional) == 2 else None  # noqa: PLR2004 - f, x
    if several is not None:
        made = [_seen(call, call.first, one) or UNKNOWN for one in several]
        return call.atoms.container("generator", joined_members(made), tuple(made))
    elements = [call.interpreter.items.iterate(call.evaluator, one, call.line) for one in call.arguments.positional[1:]]
    result = call.interpreter.calls.call(call.evaluator, call.first, Arguments(tuple(elements)), call.line)
    return call.atoms.container("generator", result or UNKNOWN)


def filtered(call: NativeCall) -> Value:
    """`filter(f, x)`: the members, after f has seen them; of a list of classes those that it does not exclude."""
    value = call.arguments.get(1, "") or UNKNOWN
    several = classes_in(value)
    if several is not None:
        return _picked(call, several)
    element = call.interpreter.items.iterate(call.evaluator, value, call.line)
    call.interpreter.calls.call(call.evaluator, call.first, Arguments((element,)), call.line)
    return call.atoms.container("generator", element)


def left_over(call: NativeCall) -> Value:
    """`filterfalse(f, x)`, `dropwhile(f, x)`: the members, after f has seen them; which ones it leaves is not asked."""
    element = call.interpreter.items.iterate(call.evaluator, call.arguments.get(1, "") or UNKNOWN, call.line)
    if call.first != call.atoms.none:
        _seen(call, call.first, element)
    return call.atoms.container("generator", element)


def _picked(call: NativeCall, classes: tuple[Value, ...]) -> Value:
    """The classes that a function leaves; a registry lists them in an order of its own, so that none is the first."""
    every = call.first == call.atoms.none
    told = [True if every else truth(_seen(call, call.first, one)) for one in classes]
    kept = [one for one, held in zip(classes, told, strict=True) if held is not False]
    return call.atoms.container("set", joined_members(kept), None if None in told else tuple(kept))


def next_of(call: NativeCall) -> Value:
    """`next(x[, default])`."""
    element = call.interpreter.items.iterate(call.evaluator, call.first, call.line)
    return element | (call.arguments.get(1, "default") or BOTTOM)


def chained(call: NativeCall) -> Value:
    """`itertools.chain(a, b)`: the members one by one where all are known; of tuples, those for good."""
    given = call.arguments
    parts = [containers.members(one) for one in given.positional]
    if parts and not given.rest and None not in parts:
        every = tuple(member for part in parts for member in part or ())
        kinds = {atom.kind for one in given.positional for atom in one if isinstance(atom, Container)}
        return call.atoms.container("tuple" if kinds == {"tuple"} else "list", joined_members(every), every)
    elements = [call.interpreter.items.iterate(call.evaluator, one, call.line) for one in call.arguments.every()]
    return call.atoms.container("generator", joined_members(elements) or UNKNOWN)


def element_of(call: NativeCall) -> Value:
    """`items.pop()`, `mapping.get(key)`: one of the members."""
    receiver = call.receiver
    assert isinstance(receiver, Container)  # noqa: S101 - methods of containers are bound to one
    return receiver.element | UNKNOWN if receiver.element else UNKNOWN


def taken_out(call: NativeCall) -> Value:
    """`rows.pop()`, `rows.popleft()`: one of the members, and what stands where in the list is another matter then."""
    found = element_of(call)
    reordering.taken_within(call.evaluator, call.evaluator.calling)
    return found


def copied(call: NativeCall) -> Value:
    """`x.copy()` of a container."""
    receiver = call.receiver
    return receiver.alone if isinstance(receiver, Container) else UNKNOWN


def joined(call: NativeCall) -> Value:
    """`a.union(b)`: the members of all."""
    receiver = call.receiver
    members = receiver.element if isinstance(receiver, Container) else UNKNOWN
    others = [call.interpreter.items.iterate(call.evaluator, one, call.line) for one in call.arguments.positional]
    exact = of_known(call, "|")
    return call.atoms.container("set", joined_members((members, *others))) if exact is None else exact


def of_known(call: NativeCall, operator: str) -> Value | None:
    """The set that a method makes of its own and one more where both are known; else None."""
    given = call.arguments.positional
    if not isinstance(call.receiver, Container) or len(given) != 1:
        return None
    return set_operations.known(call.evaluator, operator, (call.receiver.alone, given[0]))


def nothing(call: NativeCall) -> Value:
    """A method that returns None; what it changes is seen by the statement it stands in."""
    return call.atoms.none


def chained_members(call: NativeCall) -> Value:
    """`itertools.chain.from_iterable(parts)`."""
    return call.atoms.container(
        "generator",
        call.interpreter.items.iterate(
            call.evaluator, call.interpreter.items.iterate(call.evaluator, call.first, call.line), call.line
        ),
    )


def grouped(call: NativeCall) -> Value:
    """`itertools.groupby(items, key)`: pairs of what the key makes of an item and the items of which it does so."""
    element = call.interpreter.items.iterate(call.evaluator, call.first, call.line)
    key = call.arguments.get(1, "key") or call.atoms.none
    made = element if key == call.atoms.none else _seen(call, key, element)
    members = call.atoms.container("list", element)
    return call.atoms.container("generator", call.atoms.container("tuple", made | members, (made, members)))


def _seen(call: NativeCall, key: Value, element: Value) -> Value:
    """What a function makes of a member."""
    return call.interpreter.calls.call(call.evaluator, key, Arguments((element,)), call.line)


def crossed(call: NativeCall) -> Value:
    """`itertools.product(a, b, repeat=2)`: tuples of members."""
    again = call.arguments.keywords.get("repeat", BOTTOM)
    times = next((atom.value for atom in again if isinstance(atom, Constant) and isinstance(atom.value, int)), 1)
    elements = [call.interpreter.items.iterate(call.evaluator, one, call.line) for one in call.arguments.positional]
    elements *= min(max(times, 1), 4)
    return call.atoms.container("generator", call.atoms.container("tuple", join(elements), tuple(elements)))


def chosen(call: NativeCall) -> Value:
    """`itertools.combinations(x, 2)`, `pairwise(x)`, `batched(x, n)`: tuples of members of one collection."""
    element = call.interpreter.items.iterate(call.evaluator, call.first, call.line)
    return call.atoms.container("generator", call.atoms.container("tuple", element))


def iterator(call: NativeCall) -> Value:
    """`iter(x)`; `iter(queue.get, None)`: what the function gives, again and again."""
    if len(call.arguments.positional) == 1:
        return collected("generator")(call) or UNKNOWN
    given = call.interpreter.calls.call(call.evaluator, call.first, NO_ARGUMENTS, call.line)
    return call.atoms.container("generator", given or UNKNOWN)


def doubled(call: NativeCall) -> Value:
    """`itertools.tee(x, n)`: several of the same."""
    one = collected("generator")(call) or UNKNOWN
    return call.atoms.container("tuple", one)


def reduced(call: NativeCall) -> Value:
    """`functools.reduce(f, x[, first])`: what f makes of two members, or of what it made before and one."""
    members = call.interpreter.items.iterate(call.evaluator, call.arguments.get(1, "") or UNKNOWN, call.line)
    first = call.arguments.get(2, "initial")
    held = first if first is not None else members
    for _ in range(2):
        made = call.interpreter.calls.call(call.evaluator, call.first, Arguments((held, members)), call.line)
        held |= made
    return held


def accumulated(call: NativeCall) -> Value:
    """`itertools.accumulate(x[, f])`: the first member, and what f makes of what it made before and one more."""
    members = call.interpreter.items.iterate(call.evaluator, call.first, call.line)
    function = call.arguments.get(1, "func")
    if function is not None:
        given = Arguments((members, members))
        members |= call.interpreter.calls.call(call.evaluator, function, given, call.line)
    return call.atoms.container("generator", members)


def spread(call: NativeCall) -> Value:
    """`itertools.starmap(f, pairs)`."""
    pairs = call.interpreter.items.iterate(call.evaluator, call.arguments.get(1, "") or UNKNOWN, call.line)
    members = containers.members(pairs)
    given = (
        Arguments(tuple(members))
        if members is not None
        else Arguments((), {}, containers.element(call.evaluator, pairs))
    )
    return call.atoms.container("generator", call.interpreter.calls.call(call.evaluator, call.first, given, call.line))


def is_true(call: NativeCall) -> Value:
    """`bool(x)`: what the object's own method says, else whether there is anything."""
    if call.interpreter.objects.method(call.evaluator, call.first, "__bool__", call.line) is not None:
        return UNKNOWN
    count, answer = iterated(call), truth(call.first)
    return count if answer is None else call.atoms.constant(answer)


def sized(call: NativeCall) -> Value:
    """`len(x)`: the object's own method, else what is there is counted."""
    own = call.interpreter.objects.method(call.evaluator, call.first, "__len__", call.line)
    if own is not None:
        return UNKNOWN
    count = iterated(call)
    members = containers.members(call.first)
    stays = members is not None and all(isinstance(atom, Container) and atom.kind == "tuple" for atom in call.first)
    return call.atoms.constant(len(members)) if stays and members is not None else count


def counted(call: NativeCall) -> Value:
    """A number."""
    del call
    return UNKNOWN


NATIVES: Final[dict[str, Handler]] = {
    "builtins.list": collected("list"),
    "builtins.set": collected("set"),
    "builtins.frozenset": collected("set"),
    "builtins.reversed": backwards,
    "builtins.iter": iterator,
    "builtins.aiter": collected("generator"),
    "collections.deque": collected("list"),
    **dict.fromkeys((f"sortedcontainers.{name}" for name in ("SortedList", "SortedKeyList")), collected("list")),
    "sortedcontainers.SortedSet": collected("set"),
    "list.add": nothing,
    "weakref.WeakSet": collected("set"),
    "builtins.enumerate": enumerated,
    "builtins.zip": zipped,
    "builtins.map": mapped,
    "builtins.filter": filtered,
    "builtins.next": next_of,
    "builtins.anext": next_of,
    "builtins.any": iterated,
    "builtins.all": iterated,
    "builtins.sum": summed,
    "builtins.len": sized,
    "builtins.bool": is_true,
    "itertools.chain": chained,
    "itertools.chain.from_iterable": chained_members,
    "itertools.islice": collected("generator"),
    "itertools.cycle": collected("generator"),
    "itertools.groupby": grouped,
    "itertools.accumulate": accumulated,
    "itertools.tee": doubled,
    "itertools.product": crossed,
    "itertools.combinations": chosen,
    "itertools.combinations_with_replacement": chosen,
    "itertools.permutations": chosen,
    "itertools.pairwise": chosen,
    "itertools.batched": chosen,
    "itertools.zip_longest": zipped_to_longest,
    "itertools.repeat": repeated,
    "itertools.starmap": spread,
    "itertools.takewhile": filtered,
    "itertools.dropwhile": left_over,
    "itertools.filterfalse": left_over,
    "itertools.compress": collected("generator"),
    "functools.reduce": reduced,
    "list.__iter__": copied,
    "set.__iter__": copied,
    "generator.__iter__": copied,
    "list.__next__": element_of,
    "generator.__next__": element_of,
    "generator.throw": element_of,
    "list.pop": taken_out,
    "list.popleft": taken_out,
    "list.appendleft": nothing,
    "list.clear": nothing,
    "list.reverse": nothing,
    "set.pop": element_of,
    "list.copy": copied,
    "set.copy": copied,
    "set.union": joined,
    "set.symmetric_difference": joined,
    "list.append": nothing,
    "list.insert": nothing,
    "list.remove": nothing,
    "list.index": counted,
    "list.count": counted,
    "set.add": nothing,
    "set.discard": nothing,
}
