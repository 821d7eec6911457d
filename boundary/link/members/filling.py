"""What is in a collection after something was put into it, and who else holds it?

A collection is stored again where it came from: in a variable, an attribute, under a key. Two others hold it, too. What
a function puts into a parameter is in what its caller handed over (`collect(rows)`), and what an inner function sets or
fills is in the variable of the outer one (`nonlocal`). Both happen or do not: what was there before may still be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain import merging
from boundary.link.domain.asking import is_unknown, strings
from boundary.link.domain.joining import union, widen, widened
from boundary.link.domain.keys import key_of
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Constant, Container, External, Instance
from boundary.link.frameworks.python import dicts as python_dicts
from boundary.link.frameworks.python import mappings as python_mappings
from boundary.link.frameworks.python import plain as python_plain
from boundary.link.members import adding, aliases, containers, growing, holding_variables, just_stored, memberships
from boundary.link.syntax.keyed import GROWING
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, AWAIT, CALL, NAME, OPERATION
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.execution import Executor

PUSHING: Final = frozenset({"heappush", "heappushpop", "heapreplace", "insort", "insort_left", "insort_right"})
"""Functions that put their second argument into the list that is their first."""
OWN: Final = frozenset({"self", "cls"})


# --- what fills --------------------------------------------------------------------------------------------


def store_item(executor: Executor, base: code.Expression, place: code.Expression, value: Value, line: int) -> None:
    """`base[place] = value`, `base[1:] = values`, `order.__dict__[name] = value`."""
    if (owner := python_plain.object_of(base)) is not None:
        python_plain.set_item(executor, executor.evaluate(owner), executor.evaluate(place), value)
        return
    holder, index = executor.evaluate(base), executor.evaluate(place)
    if type(place) is OPERATION and place.operator == "slice":
        members = executor.interpreter.items.iterate(executor, value, line)
        grown, added = growing.mixed(executor, holder, members), executor.atoms.container("list", members)
    else:
        grown, added = growing.with_key(executor, holder, index, value), _item(executor, index, value)
        if type(base) is NAME and _may_be_dict(holder) and isinstance(key_of(index), str):
            grown = holder | containers.make_dict(executor, [(index, value)], UNKNOWN)
    put_back(executor, base, grown, line, added)
    just_stored.note(executor, base, place, value)
    for atom in holder:
        if isinstance(atom, Instance):
            executor.interpreter.items.set_item(executor, atom, index, value, line)


def _may_be_dict(holder: Value) -> bool:
    """Whether nothing is known of a variable: `values["order"] = order` says what it holds, if it is a dict."""
    return not _is_fillable(holder) and any(is_unknown(atom) or isinstance(atom, External) for atom in holder)


def grow(executor: Executor, node: code.Call, function: code.Attribute) -> None:
    """`items.append(x)` changes what `items` holds."""
    place = function.value
    if function.name in PUSHING:
        push(executor, node)
    if function.name not in GROWING:
        return
    if function.name == "update" and (owner := python_plain.object_of(place)) is not None:
        _fill_attributes(executor, executor.evaluate(owner), executor.arguments(node), node.line)
        return
    holder = executor.evaluate(place) if _keeps_collections(place) else BOTTOM
    if _is_fillable(holder) or (holder and _parameter(executor, place)):
        grown, added = _grown(executor, node, function.name, holder)
        put_back(executor, place, grown, node.line, added)
        memberships.added(executor, node, function)


def fill(executor: Executor, node: code.Expression) -> None:
    """`heappush(rows, row)`, `await queue.put(row)`, `add(row)` after `add = rows.append` as statements."""
    if type(node) is AWAIT:
        node = node.value
        if type(node) is CALL and type(node.function) is ATTRIBUTE:
            grow(executor, node, node.function)
    elif type(node) is CALL and type(node.function) is NAME:
        if node.function.id in PUSHING:
            push(executor, node)
        elif (method := executor.adding.get(node.function.id)) is not None:
            grow(executor, node, method)
        else:
            adding.called(executor, node, node.function.id)


def push(executor: Executor, node: code.Call) -> None:
    """`heapq.heappush(rows, row)`."""
    if len(node.arguments) > 1:
        place, row = node.arguments[:2]
        holder = executor.evaluate(place) if _keeps_collections(place) else BOTTOM
        if _is_fillable(holder) or (holder and _parameter(executor, place)):
            value = executor.evaluate(row)
            grown = growing.mixed(executor, holder, value)
            put_back(executor, place, grown, node.line, executor.atoms.container("list", value))


def _grown(executor: Executor, node: code.Call, method: str, holder: Value) -> tuple[Value, Value]:
    """A collection after one of its methods was called, and one that holds nothing but what is new."""
    atoms = executor.atoms
    if method == "update":
        given = executor.arguments(node)
        keywords = [(atoms.constant(name), value) for name, value in given.keywords.items()]
        more = [
            *(python_dicts.of_pairs(executor, one) for one in given.positional),
            containers.make_dict(executor, keywords, given.others),
        ]
        for value in more:
            holder = growing.updated(executor, holder, value)
        new = frozenset(atom for value in more for atom in value if isinstance(atom, Container))
        return holder, merging.merged(executor, new)
    given_values = executor.handed_over(node)
    if method == "setdefault" and given_values:
        key, *rest = given_values
        value = rest[0] if rest else atoms.none
        return growing.with_default(executor, holder, key, value), _item(executor, key, value)
    if not given_values:
        return holder, BOTTOM
    value = given_values[0] if method.startswith("put") else given_values[-1]
    added = atoms.container("list", value)
    if method in {"extend", "extendleft"}:
        members, value = containers.members(value), containers.element(executor, value)
        added = atoms.container("list", value)
        if any(type(atom) is ClassAtom for atom in value):  # many are gone through as they are
            return growing.grown(executor, holder, value), added
        if method == "extend" and members is not None and len(members) < growing.FEW:
            return growing.extended(executor, holder, members), added
        return growing.mixed(executor, holder, value), added
    if method == "appendleft" or (method == "insert" and key_of(given_values[0]) == 0):
        return growing.begun(executor, holder, value), added
    return (growing.mixed if method == "insert" else growing.grown)(executor, holder, value), added


def extended(executor: Executor, place: code.Expression, before: Value, value: Value) -> None:
    """`rows += more`: a list stays the one that a caller handed over."""
    if type(place) is NAME and place.id in executor.context.arguments and not _is_fixed(before):
        note(executor, place.id, frozenset(atom for atom in value if isinstance(atom, Container)))


def _is_fixed(value: Value) -> bool:
    """Whether a value is a text, a number or a tuple, which no one changes."""
    return any(isinstance(atom, Constant) or (isinstance(atom, Container) and atom.kind == "tuple") for atom in value)


def put_back(executor: Executor, place: code.Expression, value: Value, line: int, added: Value) -> None:
    """A container has grown: store it where it came from. `added` is a collection of nothing but what is new."""
    if type(place) is NAME:
        _put_into_variable(executor, place.id, value, added)
        aliases.filled(executor, place.id, line, added)
        memberships.filled(executor, place.id, line, added)
        return
    match place:
        case code.Attribute(value=base, name=name):
            _put_into_attribute(executor, base, name, value, line, added)
        case code.Call(function=code.Name(id="getattr"), arguments=[base, named, *_]):
            for name in strings(executor.evaluate(named)):
                _put_into_attribute(executor, base, name, value, line, added)
        case code.Choice(body=body, orelse=orelse) | code.Subscript(value=code.Display(items=(body, orelse))):
            for one in (body, orelse):  # `(new if row.is_new else old).append(row)`
                held = executor.evaluate(one)
                put_back(executor, one, merging.merged(executor, held | added), line, added)
        case code.Call(function=code.Name(id="next"), arguments=[inner, *_]):  # of `iter(rows)`: any of the rows
            base = inner.arguments[0] if type(inner) is CALL and inner.arguments else inner
            put_back(executor, code.Subscript(base, place, line), value, line, added)
        case (
            code.Subscript(value=base, index=index)
            | code.Call(function=code.Attribute(value=base, name="setdefault" | "get"), arguments=[index, *_])
        ):
            _put_under(executor, base, executor.evaluate(index), value, line, added)
        case _:
            return


def _put_under(  # noqa: PLR0913, PLR0917 - a place, and what is put there
    executor: Executor, base: code.Expression, key: Value, value: Value, line: int, added: Value
) -> None:
    outer = executor.evaluate(base)
    grown = growing.with_key(executor, outer, key, value) if _is_fillable(value) else outer
    put_back(executor, base, merging.merged(executor, grown), line, _item(executor, key, added))
    if type(base) is NAME:
        memberships.spread(executor, base.id, key, line, added)
    for atom in outer:
        if isinstance(atom, Instance):
            python_mappings.put_item(executor, atom, key, value)


def _put_into_attribute(  # noqa: PLR0913, PLR0917 - a place, and what is put there
    executor: Executor, base: code.Expression, name: str, value: Value, line: int, added: Value
) -> None:
    if _is_fillable(value):
        holder = executor.interpreter.stores.holder(executor.evaluate(base), name)
        executor.interpreter.stores.set(executor, holder, name, value, line, own=False)  # nothing is assigned
        aliases.added_to(executor, holder, name, added)


def _put_into_variable(executor: Executor, name: str, value: Value, added: Value) -> None:
    if name in executor.env:
        if _is_fillable(value):
            executor.env[name] = value
            executor.publish(name, value)
        if name in executor.context.arguments:
            note(executor, name, added)
    elif _is_fillable(value):
        outer = _binder(executor, name)
        if outer is not None:
            outer.env[name] = widen(outer.env[name] | value)
            _set_enclosed(executor, outer, name, value)
            _fill_within(executor, outer, name, added)
            return
        home, original = executor.interpreter.names.home(executor.module, name)
        executor.interpreter.write(("global", home.name, original), value)
        holding_variables.filled(executor, home, original)


def _item(executor: Executor, index: Value, value: Value) -> Value:
    """A collection that holds nothing but what is put under one index."""
    key = key_of(index)
    if isinstance(key, int):
        return executor.atoms.container("list", value)
    return growing.with_key(executor, executor.atoms.container("dict", BOTTOM, ()), index, value)


def _fill_attributes(executor: Executor, holder: Value, given: Arguments, line: int) -> None:
    """`self.__dict__.update(values)`: one attribute for each key, or any."""
    held: dict[Hashable, Value] = {}
    held.update(given.keywords)
    for value in given.positional:
        pairs = containers.pairs(value)
        held.update(pairs or {})
        if pairs is None or containers.open_part(value):
            executor.interpreter.stores.open(holder)
    if given.others:
        executor.interpreter.stores.open(holder)
    for name, one in held.items():
        if isinstance(name, str):
            executor.interpreter.stores.set(executor, holder, name, one, line)


def _keeps_collections(node: code.Expression) -> bool:
    """Whether a collection that grows can be stored again: in a variable, or under the key of another collection."""
    match node:
        case code.Name() | code.Attribute() | code.Subscript() | code.Choice():
            return True
        case code.Call(function=code.Attribute(name="setdefault" | "get")):
            return True
        case code.Call(function=code.Name(id="getattr")):
            return True
        case _:
            return False


def _is_fillable(value: Value) -> bool:
    return any(isinstance(atom, Container) for atom in value)


# --- variables of outer functions ------------------------------------------------------------------------------


def store_enclosed(executor: Executor, name: str, value: Value) -> None:
    """`nonlocal name`: the variable of the enclosing function that binds it holds the value, too."""
    outer = _binder(executor, name)
    if outer is not None:
        _set_enclosed(executor, outer, name, value)


def _binder(executor: Executor, name: str) -> Context | None:
    """The innermost of the enclosing functions that has such a variable."""
    closure = executor.context.closure
    while closure is not None and (name not in closure.env or closure.is_view):
        closure = closure.closure
    return closure


def _set_enclosed(executor: Executor, closure: Context, name: str, value: Value) -> None:
    executor.interpreter.write(("enclosed", closure, name), value)
    if name not in closure.enclosed:
        closure.enclosed |= {name}
        executor.interpreter.schedule(closure)  # it has read the variable without asking who else sets it


# --- parameters ------------------------------------------------------------------------------------------------


def _parameter(executor: Executor, place: code.Expression) -> bool:
    """Whether a place is a parameter, or something that stands in one."""
    while isinstance(place, (code.Subscript, code.Call)):
        inner = place.value if isinstance(place, code.Subscript) else place.function
        place = inner.value if type(inner) is ATTRIBUTE else inner
    return type(place) is NAME and place.id in executor.context.arguments


def note(executor: Executor, name: str, added: Value) -> None:
    """Something is put into a collection that a caller handed over."""
    function = executor.context.function
    if function is not None and name in handed_over(function):
        keep(executor, name, added)


def keep(evaluator: Evaluator, name: str, added: Value) -> None:
    """Something more was put into what a caller handed over under a name."""
    _keep(evaluator, evaluator.context, name, added)


def _keep(evaluator: Evaluator, context: Context, name: str, added: Value) -> bool:
    """The same for what a context was handed; True if it is more than was known."""
    held = context.filled.get(name, BOTTOM) if context.filled else BOTTOM
    after = widened(held, merging.merged(evaluator, union(held, added)))
    if after != held:
        context.filled = {**(context.filled or {}), name: after}
    return after != held


def _fill_within(executor: Executor, outer: Context, name: str, added: Value) -> None:
    """A function that is defined in another one has put something into a parameter of that, after it was called."""
    function = outer.function
    if (
        function is not None
        and name in outer.arguments
        and name in handed_over(function)
        and _keep(executor, outer, name, added)
    ):
        executor.interpreter.filled_within(outer)


def handed_over(function: FunctionInfo) -> frozenset[str]:
    """The parameters that stay what the caller handed over (found once): not `*args`, not `rows = list(rows)`."""
    if function.handed_over is None:
        names = {one.name for one in function.parameters if one.kind not in {"args", "kwargs"}} - OWN
        function.handed_over = frozenset(names.difference(_made_anew(function.body)) if names else ())
    return function.handed_over


def _made_anew(body: tuple[code.Statement, ...]) -> Iterator[str]:
    """The variables to which the statements of a block, inner ones left aside, give something that they make."""
    for statement in body:
        if type(statement) is ASSIGN and isinstance(
            statement.value, (code.Call, code.Display, code.Mapping, code.Comprehension)
        ):
            yield from (target.id for target in statement.targets if type(target) is NAME)
