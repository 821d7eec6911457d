"""What is the value of a collection as it is written?  Displays, comprehensions, f-strings, and what is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.listed_classes import classes_in
from boundary.link.domain import texts
from boundary.link.domain.asking import known
from boundary.link.domain.joining import union
from boundary.link.domain.keys import holds_object, key_of
from boundary.link.domain.values import BOTTOM, UNKNOWN, Pattern, Value, Wrapped
from boundary.link.evaluator import guards, operators
from boundary.link.frameworks.python import plain as python_plain
from boundary.link.members import containers, just_stored
from boundary.link.members.comprehensions import is_met, named_in, names_of_lists, picked
from boundary.link.syntax.keyed import is_asked_by
from boundary.link.syntax.kinds import NAME, OPERATION, STARRED
from boundary.link.syntax.walking import dotted_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

MOST_WRITTEN: Final = 16
"""A dict made of more constants than this is any of its values under any key."""


def read_format(evaluator: Evaluator, node: code.Format) -> Value:
    """An f-string."""
    parts = [operators.spelled(evaluator, operators.part_of_text(evaluator, part), node.line) for part in node.parts]
    return texts.concatenated(evaluator.atoms, parts, [dotted_name(part) for part in node.parts])


def read_display(evaluator: Evaluator, node: code.Display) -> Value:
    """A list, tuple or set as it is written."""
    values: list[Value] = []
    closed = True
    for item in node.items:
        if type(item) is STARRED:
            inner = evaluator.evaluate(item.value)
            members = containers.members(inner)
            if members is None:
                closed = False
                values.append(evaluator.interpreter.items.iterate(evaluator, inner, item.line))
            else:
                values.extend(members)
        else:
            values.append(evaluator.evaluate(item))
    return containers.make(evaluator, node.kind, values, closed=closed)


def read_mapping(evaluator: Evaluator, node: code.Mapping) -> Value:
    """A dict as it is written."""
    pairs: list[tuple[Value, Value]] = []
    opened = BOTTOM
    optional: set[Value] = set()
    for key, value_node in zip(node.keys, node.values, strict=True):
        value = evaluator.evaluate(value_node)
        if key is not None:
            name = evaluator.evaluate(key)
            pairs.append((name, value))
            optional.discard(name)
        elif containers.pairs(value, holes=True) is None:
            opened |= containers.mapped(evaluator, value)
        else:
            _unpack(evaluator, value, pairs, optional)
            opened |= containers.open_part(value, holes=True)
    made = containers.make_dict(evaluator, pairs, opened)
    if not optional:
        return made
    return made | containers.make_dict(evaluator, [one for one in pairs if one[0] not in optional], opened)


def _unpack(evaluator: Evaluator, value: Value, pairs: list[tuple[Value, Value]], optional: set[Value]) -> None:
    """`{"open": True, **options}`: what only some dicts hold that `options` may be is what it was before, or is not."""
    missing = containers.missing_in_some(value)
    for key, held in (containers.pairs(value, holes=True) or {}).items():
        name, before = evaluator.atoms.constant(key), BOTTOM
        if key in missing:
            before = next((one for written, one in reversed(pairs) if written == name), BOTTOM)
            if not before:
                optional.add(name)
        else:
            optional.discard(name)
        pairs.append((name, union(held, before)))


def read_subscript(evaluator: Evaluator, node: code.Subscript) -> Value:
    """`x[i]`, `order.__dict__[name]`."""
    if (owner := python_plain.object_of(node.value)) is not None and (
        held := python_plain.get_item(evaluator, evaluator.evaluate(owner), node.index)
    ):
        return held
    value = evaluator.evaluate(node.value)
    written = node.index
    bounds: list[Value] | None = None
    if type(written) is OPERATION and written.operator == "slice":
        bounds, index = [evaluator.evaluate(operand) for operand in written.operands], UNKNOWN
    elif type(written) is NAME and written.id == "__name__":  # of `sys.modules`; what tests it asks who was started
        index = evaluator.atoms.constant(evaluator.module.name)
    else:
        index = evaluator.evaluate(written)
    if not known(value):
        value = evaluator.interpreter.frameworks.named(evaluator, node.value, value)
    if bounds is not None:
        return containers.sliced(evaluator, value, bounds, node.line)
    return just_stored.there(evaluator, node.value, written, containers.subscript(evaluator, value, index, node.line))


def read_comprehension(evaluator: Evaluator, node: code.Comprehension) -> Value:
    """A comprehension or generator expression."""
    before, pending = evaluator.env, evaluator.pending
    evaluator.env = dict(before)
    try:
        for clause in node.clauses:
            iterable = evaluator.evaluate(clause.iterable)
            if not known(iterable):
                iterable = evaluator.interpreter.frameworks.named(evaluator, clause.iterable, iterable)
            if node.kind == "dict" and len(node.clauses) == 1:
                named = named_in(iterable) if clause.conditions else None
                if named is None and (written := _written_out(iterable)):
                    return _dict_of(evaluator, node, clause, written, picks=False)
                if (one_by_one := classes_in(iterable) if named is None else named) is not None:
                    return _dict_of(evaluator, node, clause, one_by_one, picks=True)
            if (kept := picked(evaluator, node, iterable)) is not None:
                return kept
            names = names_of_lists(iterable) if any(is_asked_by(one, clause.target) for one in node.elements) else None
            element = names or evaluator.interpreter.items.iterate(evaluator, iterable, node.line)
            evaluator.assign(clause.target, element)
            evaluator.publish_bound(clause.target)
            for condition in clause.conditions:
                evaluator.evaluate(condition)
                evaluator.env = guards.refine(evaluator, condition, holds=True) or evaluator.env
        values = [evaluator.evaluate(element) for element in node.elements]
    finally:
        _bind_around(evaluator, before)
        evaluator.env = before
        evaluator.pending |= pending  # there may be nothing to iterate over
    if node.kind == "dict":
        key = key_of(values[0])
        if holds_object(key) or isinstance(key, Pattern):
            return containers.make_dict(evaluator, [(values[0], values[1])])
        return evaluator.atoms.container("dict", values[1])
    return evaluator.atoms.container(node.kind, values[0])


def _bind_around(evaluator: Evaluator, around: dict[str, Value]) -> None:
    """`any((found := one) for one in rows)` binds the name in the function around it."""
    for name, value in evaluator.bound.items():
        if evaluator.env.get(name) is value:
            around[name] = union(around.get(name, BOTTOM), value)


def _dict_of(
    evaluator: Evaluator, node: code.Comprehension, clause: code.Clause, members: Sequence[Value], *, picks: bool
) -> Value:
    """`{name: getattr(order, name) for name in ("total", "customer")}`: each key has its own value.

    A class is under what it says of itself: `{cls.__name__: cls for cls in apps.get_models()}`. It also says what the
    conditions ask, and so they pick those that they leave; what they ask of a text may be put there later.
    """
    entries: list[tuple[Value, Value]] = []
    for member in members:
        evaluator.assign(clause.target, member)
        if picks and False in [is_met(evaluator, condition) for condition in clause.conditions]:
            continue
        for condition in () if picks else clause.conditions:
            evaluator.evaluate(condition)
        key, value = [evaluator.evaluate(element) for element in node.elements]
        entries.append((key, value))
    return containers.make_dict(evaluator, entries)


def _written_out(value: Value) -> list[Value]:
    """The members of a collection of constants that is written out, or of paths; none where any is something else."""
    members = list(containers.members(value) or ())
    apart = len(members) <= MOST_WRITTEN and all(key_of(one) is not None or _is_path(one) for one in members)
    return members if apart else []


def _is_path(value: Value) -> bool:
    """Whether a value is one path of a file."""
    return len(value) == 1 and all(isinstance(atom, Wrapped) and atom.kind == "path" for atom in value)
