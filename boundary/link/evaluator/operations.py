"""What is the value of an operator with its operands?  Operands that cannot be reached are not evaluated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain import texts
from boundary.link.domain.joining import join
from boundary.link.domain.telling import EXTERNAL
from boundary.link.domain.values import BOTTOM, UNKNOWN, Constant, Container, External, Instance, Pattern, Wrapped
from boundary.link.evaluator import comparing, guards, operators, unset
from boundary.link.members import containers, set_operations
from boundary.link.members.emptiness import tested, truth_of
from boundary.link.syntax.kinds import line_of
from boundary.link.syntax.testing import ASKING, in_tests

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

COMPUTED: Final = frozenset({"+", "-", "*", "/", "//", "%", "**", "^", "~", "u-", "u+"})
"""The operators after which a lookup (`F`, `Q`) is one still."""

RECKONED: Final = frozenset({"+", "-", "*", "/", "//", "**"})
"""The operators with which a number, a time or a path makes another one."""
COMBINED: Final = frozenset({"|", "&"})
"""The operators that make one of two queries, lookups, sets or dicts."""


def read_choice(evaluator: Evaluator, node: code.Choice) -> Value:
    """`a if test else b`."""
    asked = evaluator.evaluate(node.test)
    test = tested(evaluator, node.test, asked, line_of(node.test, node.line))
    if test is not None:
        return evaluator.evaluate(node.body if test else node.orelse)
    body = _branch(evaluator, node.test, node.body, holds=True)
    orelse = _branch(evaluator, node.test, node.orelse, holds=False)
    return unset.chosen(asked, body, orelse) or join((body, orelse))


def _branch(evaluator: Evaluator, test: code.Expression, node: code.Expression, *, holds: bool) -> Value:
    """The value of an expression where a test holds or fails."""
    before, pending = evaluator.env, evaluator.pending
    refined = guards.refine(evaluator, test, holds=holds)
    if refined is None:
        return BOTTOM
    evaluator.env = refined
    try:
        return evaluator.evaluate(node)
    finally:
        evaluator.env = before
        evaluator.pending |= pending


def read_operation(evaluator: Evaluator, node: code.Operation) -> Value:
    """An operator with its operands."""
    operator = node.operator
    if operator in {"and", "or"}:
        return _lazy(evaluator, node)
    if operator == "+":
        values = [operators.part_of_text(evaluator, operand) for operand in node.operands]
    else:
        values = [evaluator.evaluate(operand) for operand in node.operands]
    own = _answered(evaluator, operator, values, node.line)
    if own is not None:
        return own
    if operator == "%" and len(values) == 2:  # noqa: PLR2004 - template and arguments
        return texts.formatted(evaluator.atoms, values[0], operators.filled_in(evaluator, values[1], node.line))
    if operator == "not":
        held = tested(evaluator, node.operands[0], values[0], node.line)
        return unset.denied(evaluator, values[0]) if held is None else evaluator.atoms.constant(not held)
    if operator in COMBINED:
        return _combined(evaluator, operator, values)
    built = evaluator.interpreter.frameworks.operated(evaluator, values)
    if built is not None:
        return built
    return _compared(evaluator, node, values)


def _answered(evaluator: Evaluator, operator: str, values: list[Value], line: int) -> Value | None:
    """What the project's own methods answer, or what is reckoned of the values; None for all others."""
    if any(has_object(each) for each in values) or (
        operator in operators.MEMBERSHIP and operators.is_looked_through(values[1])
    ):
        own = operators.operated(evaluator, operator, values, line)
        if own is not None:
            return own
    return _reckoned(evaluator, operator, values) if operator in COMPUTED else None


def applied(evaluator: Evaluator, operator: str, values: list[Value], line: int) -> Value:
    """`operator.or_(a, b)`: what the operator gives that stands between two values."""
    own = _answered(evaluator, operator, values, line)
    if own is not None:
        return own
    if operator in COMBINED:
        return _combined(evaluator, operator, values)
    return evaluator.interpreter.frameworks.operated(evaluator, values) or UNKNOWN


def _combined(evaluator: Evaluator, operator: str, values: list[Value]) -> Value:
    """`Q(a=1) | Q(b=2)`, `FIELDS | EXTRA`, `left & right`."""
    made = set_operations.known(evaluator, operator, values)
    if made is not None:
        return made
    both = EXTERNAL if is_outside(values, every=True) else UNKNOWN
    return evaluator.interpreter.frameworks.combined(evaluator, values) or both


def _compared(evaluator: Evaluator, node: code.Operation, values: list[Value]) -> Value:
    """`a == b`, `a in b`: what is true in tests alone is false. What is reckoned with what is outside is outside."""
    if node.operator in RECKONED:
        return EXTERNAL if is_outside(values, every=node.operator == "+") else UNKNOWN
    told = in_tests(node) if node.operator in ASKING else None
    if node.operator in {"in", "not in"} and truth_of(evaluator, node.operands[-1], values[-1]) is False:
        told = node.operator == "in"  # `"session" in options`, where no options were handed over
    if told is not None:
        return evaluator.atoms.constant(not told)
    decided = comparing.compared(evaluator, node.operator, values)
    return unset.compared(evaluator, node.operator, values) if decided is UNKNOWN else decided


def _reckoned(evaluator: Evaluator, operator: str, values: list[Value]) -> Value | None:
    """`F("stock") - 1`, sums of texts and lists, `[x] * n`; None for numbers and for what libraries make of it."""
    if any(has_lookup(each) for each in values):
        return evaluator.interpreter.frameworks.combined(evaluator, values) or UNKNOWN
    if operator == "+":
        joined = summed(evaluator, values)
        return None if joined is UNKNOWN else joined
    if operator in set_operations.DIVIDING:
        made = set_operations.known(evaluator, operator, values)
        return set_operations.remaining(evaluator, operator, values) if made is None else made
    return containers.repeated(evaluator, values) if operator == "*" else None


def _lazy(evaluator: Evaluator, node: code.Operation) -> Value:
    """`a or b`, `a and b`: operands behind one that decides are not evaluated."""
    found: list[Value] = []
    stops = node.operator == "or"
    before, outer = evaluator.env, evaluator.bound
    evaluator.bound = {}
    try:
        for operand in node.operands:
            value = evaluator.evaluate(operand)
            last = operand is node.operands[-1]
            line = line_of(operand, node.line)
            held = truth_of(evaluator, operand, value) if last else tested(evaluator, operand, value, line)
            if held is stops:
                if not stops:
                    found.clear()  # where one before this decides, it is false as well
                found.append(value)
                break
            if last:
                found.append(value)  # whatever it is: nothing comes behind it
            elif held is None:
                found.append(_falsy_out(value) if stops else value)
            refined = guards.refine(evaluator, operand, holds=not stops)
            if refined is None:
                break
            evaluator.env = refined
    finally:
        # what the operands tell of attributes, under names with dots, is so among them alone
        bound = {name: value for name, value in evaluator.env.items() if name not in before and "." not in name}
        for name, value in evaluator.bound.items():  # bound anew, unless an operand before it decided
            if name in before:
                bound[name] = before[name] | value
        evaluator.env, evaluator.bound = before, {**outer, **evaluator.bound}
        before.update(bound)
    return join(found) or UNKNOWN


def summed(evaluator: Evaluator, values: list[Value]) -> Value:
    """The sum of texts, or of collections."""
    if all(
        any(isinstance(atom, (Constant, Pattern)) and texts.is_text(atom) for atom in value) for value in values[:1]
    ):
        return texts.concatenated(evaluator.atoms, values)
    return containers.concatenate(evaluator, values)


def has_object(value: Value) -> bool:
    """Whether something of the project may say what an operator does."""
    for atom in value:  # noqa: SIM110 - asked at every operator
        if type(atom) is Instance and not atom.cls.library:
            return True
    return False


def is_outside(values: list[Value], *, every: bool) -> bool:
    """Whether code that is not read says what an operator gives: that of the left operand, or `every` one's.

    `moment - span` is what `moment` makes of it. A sum may be a text, and a statement: it is as unknown as its pieces.
    """
    for index, value in enumerate(values):
        for atom in value:
            if type(atom) is not External if every or not index else isinstance(atom, Container):
                return False
    return bool(values[0])


def has_lookup(value: Value) -> bool:
    """Whether a value is what an `F` gives: a column that the database computes with."""
    return any(isinstance(atom, Wrapped) and atom.kind == "lookup" for atom in value)


def _falsy_out(value: Value) -> Value:
    """What `a or b` lets through of `a`: nothing that is known to be false."""
    kept = frozenset(atom for atom in value if not (isinstance(atom, Constant) and not atom.value))
    return kept or BOTTOM
