"""Which members does a comprehension keep, and which does a loop do anything with?

Fields that a model lists, classes and texts in a list say of themselves what the conditions ask, each for itself:
`[model for model in apps.get_models() if issubclass(model, Owned)]`, or the same as a test at the begin of a loop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.definitions.listed_classes import classes_in, crowd_in, joined_members
from boundary.link.domain.asking import is_constant, is_unknown
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, Constant, Container, Pattern, by_age
from boundary.link.evaluator import guards
from boundary.link.evaluator.cases import spread
from boundary.link.members import containers
from boundary.link.members.emptiness import truth_of
from boundary.link.members.looked_at import stays
from boundary.link.members.picking import fields_in
from boundary.link.members.throngs import each_of
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, DISPLAY, IF, JUMP, NAME, OPERATION
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator


def picked(evaluator: Evaluator, node: code.Comprehension, iterable: Value) -> Value | None:
    """`[field for field in fields if field.one_to_many]`: those that the conditions leave."""
    if len(node.clauses) != 1 or len(node.elements) != 1:
        return None
    clause = node.clauses[0]
    iterable = spread(evaluator, iterable, 0)
    fields = fields_in(iterable)
    names = (names_in(iterable) or letters_in(evaluator, iterable)) if fields is None and clause.conditions else None
    asked = clause.conditions or type(node.elements[0]) is ATTRIBUTE  # `[model.__tablename__ for model in MODELS]`
    members = names or (classes_in(iterable) if fields is None and asked else fields)
    if members is None and (crowd := crowd_in(iterable)) is not None:
        members = tuple(one.alone for one in by_age(crowd))
    members = each_of(iterable) if members is None else members
    if members is None and type(clause.target) is DISPLAY:
        members = pairs_in(iterable) or (named_in(iterable) if clause.conditions else None)
        names = members if members is not None and containers.members(iterable) == members else None
    if members is None:
        return None
    kept: list[Value] = []
    sure = True
    for member in members:
        evaluator.assign(clause.target, member)
        told = [is_met(evaluator, one) for one in clause.conditions]
        if False not in told:
            sure = sure and None not in told
            kept.append(evaluator.evaluate(node.elements[0]))
    # a registry lists classes in an order of its own: which of several comes first is not known
    exact = fields is not None or (
        sure and (names is not None or len(kept) <= 1 or all(is_constant(each) for each in kept))
    )
    if sure and not exact and node.kind == "generator":  # looked at once more: a set says nothing of the order, either
        return evaluator.atoms.container("set", join(kept), tuple(kept))
    if fields is not None and not kept and stays(evaluator.context.function, node):
        return evaluator.atoms.container("tuple", BOTTOM, ())
    return evaluator.atoms.container(node.kind, joined_members(kept), tuple(kept) if exact else None)


def of_use(evaluator: Evaluator, node: code.For, iterable: Value) -> Value | None:
    """The classes that the tests at the begin of a loop leave, together; None where it has no such tests."""
    asks = isinstance(next((one for one in node.body if not _is_named(one)), None), code.If)
    members = classes_in(iterable) if asks else None
    if members is None:
        return None
    before = evaluator.env
    evaluator.env = dict(before)
    try:
        kept = [member for member in members if _is_of_use(evaluator, node, member)]
    finally:
        evaluator.env = before
    return frozenset().union(*kept) if len(kept) < len(members) else None


def _is_of_use(evaluator: Evaluator, node: code.For, member: Value) -> bool:
    """Whether a loop gets past `if ...: continue`, or into the one `if` that it ends with."""
    evaluator.assign(node.target, member)
    return _is_reached(evaluator, node.body)


def _is_reached(evaluator: Evaluator, body: tuple[code.Statement, ...]) -> bool:
    """Whether anything but tests, and names for what they ask, is reached in a body."""
    for statement in body:
        if type(statement) is ASSIGN and statement.value is not None and _is_named(statement):
            evaluator.assign(statement.targets[0], evaluator.evaluate(statement.value))
            continue
        if type(statement) is not IF or statement.orelse:
            return True
        skips = type(statement.body[0]) is JUMP and not statement.body[0].leaves
        if statement is body[-1] and not skips:
            return is_met(evaluator, statement.test) is not False and _is_reached(evaluator, statement.body)
        if not skips or len(statement.body) > 1:
            return True
        if is_met(evaluator, statement.test) is True:
            return False
    return True


def _is_named(statement: code.Statement) -> bool:
    """Whether a statement names what is at hand, as in `model = mapper.class_`."""
    value = statement.value if type(statement) is ASSIGN and len(statement.targets) == 1 else None
    while type(value) is ATTRIBUTE:
        value = value.value
    return type(value) is NAME


def names_in(iterable: Value) -> tuple[Value, ...] | None:
    """The texts of a list, each for itself, those that are not known together; None where it holds anything else."""
    members = containers.members(iterable)
    if not members or len(members) > containers.MOST_ENTRIES:
        return None
    return members if all(len(one) == 1 and _is_name(next(iter(one))) for one in members) else None


def pairs_in(iterable: Value) -> tuple[Value, ...] | None:
    """The tuples of texts of a list, or of several that branches have filled, each for itself.

    No text of one goes with that of another: `", ".join(f"{name} AS ({query})" for name, query in parts)`.
    """
    rows: dict[Value, None] = {}
    for atom in by_age(iterable):
        if not isinstance(atom, Container):
            return None
        members = containers.members(atom.alone)
        for one in members if members is not None else (atom.element,):
            rows.update(dict.fromkeys([row.alone for row in by_age(one)]))
    few = 1 < len(rows) <= containers.MOST_ENTRIES
    return tuple(rows) if few and all(_is_of_texts(each) for each in rows) else None


def named_in(iterable: Value) -> tuple[Value, ...] | None:
    """The pairs of a list of a name and more than a text: `[run for name, run in steps if name in wanted]`."""
    members = containers.members(iterable)
    if not members or len(members) > containers.MOST_ENTRIES:
        return None
    return members if all(_is_named_row(one) for one in members) else None


def _is_named_row(row: Value) -> bool:
    name, *rest = containers.members(row) or (row,)
    return bool(rest) and is_constant(name) and not all(_is_text(atom) for one in rest for atom in one)


def _is_of_texts(row: Value) -> bool:
    texts = containers.members(row)
    return bool(texts) and all(one and all(_is_text(each) for each in one) for one in texts or ())


def _is_text(atom: Atom) -> bool:
    return isinstance(atom, Pattern) or _is_name(atom)


def letters_in(evaluator: Evaluator, iterable: Value) -> tuple[Value, ...] | None:
    """The letters of one text: `"".join(letter for letter in name if letter.isalnum())` makes a name safe."""
    if len(iterable) != 1:
        return None
    (atom,) = iterable
    if not isinstance(atom, Constant) or not isinstance(atom.value, str) or len(atom.value) > containers.MOST_ENTRIES:
        return None
    return tuple(evaluator.atoms.constant(letter) for letter in atom.value)


def _is_name(atom: Atom) -> bool:
    return is_unknown(atom) or (isinstance(atom, Constant) and isinstance(atom.value, str))


def is_met(evaluator: Evaluator, condition: code.Expression) -> bool | None:
    """Whether a condition holds for the member at hand, None where that is not known."""
    if type(condition) is OPERATION and condition.operator in {"and", "or", "not"}:
        told = [is_met(evaluator, one) for one in condition.operands]
        if condition.operator == "not":
            return None if told[0] is None else not told[0]
        ends = condition.operator == "or"
        return ends if ends in told else None if None in told else not ends
    held = truth_of(evaluator, condition, evaluator.evaluate(condition))
    if held is None:
        for holds in (True, False):
            if guards.refine(evaluator, condition, holds=holds) is None:
                return not holds
    return held


def names_of_lists(iterable: Value) -> Value | None:
    """The names in one or several lists, so many that a value forgets them; None where anything else may be there."""
    listed = [atom for atom in iterable if isinstance(atom, Container) and atom.kind != "dict"]
    if not listed or len(listed) < len(iterable):
        return None
    names: Value = frozenset().union(*[one for atom in listed for one in atom.entries or (atom.element,)])
    return names if len(names) <= containers.MOST_ENTRIES and are_names(names) else None


def are_names(value: Value) -> bool:
    """Whether a value is of texts, and perhaps of others that are not known."""
    told = [one for one in value if not is_unknown(one)]
    return bool(told) and all(type(one) is Constant for one in told)
