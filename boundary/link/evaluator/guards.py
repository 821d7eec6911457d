"""Which branch can run?  Tests that exclude a branch for the values at hand, and what they say about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import understood
from boundary.link.domain.joining import together, union
from boundary.link.domain.predicates import PREDICATES, predicate
from boundary.link.domain.values import (
    ANY,
    UNKNOWN,
    Atom,
    ClassAtom,
    Constant,
    Container,
    Function,
    Instance,
    Plain,
    Present,
    Value,
)
from boundary.link.evaluator import leaving, narrowing, parts_of_texts, tests_of_types, texts_compared
from boundary.link.evaluator.cases import names_of
from boundary.link.evaluator.comparing import equal
from boundary.link.members import containers
from boundary.link.members.emptiness import filled
from boundary.link.syntax.kinds import ATTRIBUTE, BIND, CALL, CONSTANT, DISPLAY, NAME, OPERATION, SUBSCRIPT
from boundary.link.syntax.walking import last_name
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

MOST_NAMES: Final = 8
"""Of so many texts an unknown one is known to be one, where a test asks for them."""
ASKING: Final[frozenset[str]] = frozenset({"bool", *(name.rpartition(".")[2] for name in PREDICATES)})
TYPED: Final[frozenset[str]] = frozenset({"isinstance", "issubclass"})
HANDLES: Final = frozenset(
    {
        "pep249.Connection",
        "pep249.Cursor",
        "sqlalchemy.engine.Connection",
        "sqlalchemy.engine.Engine",
        "sqlalchemy.orm.session.sessionmaker",
    }
)
"""Classes of libraries whose objects are never false, sessions among them: `if not session` asks for one."""
NEGATED: Final[dict[str, str]] = {
    "is": "is not",
    "is not": "is",
    "==": "!=",
    "!=": "==",
    "in": "not in",
    "not in": "in",
}
TEXTS: Final = frozenset({"==", "!="})
"""By which texts are compared."""


def refine(evaluator: Evaluator, test: code.Expression, *, holds: bool) -> dict[str, Value] | None:
    """The local variables where `test` holds (or fails); None where it cannot.

    The test has been evaluated before: it is not evaluated for its effects here, only names are looked at.
    """
    # asked of each test and each operand, twice: of its class, which is sooner told than what it matches
    if type(test) is NAME:
        return _named(evaluator, test.id, holds=holds) if evaluator.told else _true(evaluator, test.id, holds=holds)
    if type(test) is OPERATION:
        return _operation(evaluator, test, holds=holds)
    if type(test) is BIND:
        return _both(evaluator, test.name, test.value, holds=holds)
    if type(test) is CONSTANT:
        return dict(evaluator.env) if bool(test.value) is holds else None
    if type(test) is CALL and len(test.arguments) == 2 and last_name(test.function) in TYPED:  # noqa: PLR2004
        named, classes = test.arguments
        if type(named) is NAME and type(test.function) is NAME:
            return tests_of_types.is_instance(evaluator, named.id, classes, holds=holds, of=test.function.id)
        if type(named) is ATTRIBUTE and holds and last_name(test.function) == "isinstance":
            return narrowing.is_of(evaluator, named, classes, exact=False)
    if type(test) is CALL and len(test.arguments) == 1 and last_name(test.function) in ASKING:
        return _asked(evaluator, test, holds=holds)
    if type(test) is CALL and type(test.function) is ATTRIBUTE and test.function.name in narrowing.PARTS:
        named = test.function.value
        name = named.id if type(named) is NAME else ""
        env = _parted(evaluator, test, holds=holds)
        return narrowing.of_some(evaluator, env, name, narrowing.parts_tested(test)) if holds and env else env
    return dict(evaluator.env)


def _parted(evaluator: Evaluator, test: code.Expression, *, holds: bool) -> dict[str, Value] | None:
    """The same for `name.startswith("_")` and `name[0] == "_"`."""
    part = parts_of_texts.tested(test)
    if part is None:
        return dict(evaluator.env)
    return leaving.agreeing(evaluator, part.name, evaluator.env.get(part.name), part.verdict, holds=holds)


def _asked(evaluator: Evaluator, test: code.Call, *, holds: bool) -> dict[str, Value] | None:
    """The same for `bool(x)`, `callable(x)` and the tests of `inspect`."""
    (asked,) = test.arguments
    if last_name(test.function) == "bool":
        return refine(evaluator, asked, holds=holds)
    tells = predicate(evaluator.evaluate(test.function)) if type(asked) is NAME else None
    if tells is None or type(asked) is not NAME:
        return dict(evaluator.env)
    verdict: Callable[[Interpreter, Atom], bool | None] = tells
    value = evaluator.env.get(asked.id)
    return leaving.agreeing(evaluator, asked.id, value, lambda atom: verdict(evaluator.interpreter, atom), holds=holds)


def _named(evaluator: Evaluator, name: str, *, holds: bool) -> dict[str, Value] | None:
    """The same for a variable that says whether a test of others held."""
    told = evaluator.told
    test = told.get(name)
    if test is None:
        return _true(evaluator, name, holds=holds)
    # what it was made of may ask for the variable itself, or for one that was made of it: `seen = seen or new`
    evaluator.told = {other: held for other, held in told.items() if other != name}
    try:
        return _both(evaluator, name, test.test, holds=holds)
    finally:
        evaluator.told = told


def _both(evaluator: Evaluator, name: str, test: code.Expression, *, holds: bool) -> dict[str, Value] | None:
    """The same for a variable, and what it was made of."""
    before, refined = evaluator.env, refine(evaluator, test, holds=holds)
    if refined is None:
        return None
    evaluator.env = refined
    try:
        return _true(evaluator, name, holds=holds)
    finally:
        evaluator.env = before


def _true(evaluator: Evaluator, name: str, *, holds: bool) -> dict[str, Value] | None:
    """The same for a variable as a test."""
    value, excluded = evaluator.env.get(name), not holds
    kept = [atom for atom in value if _truthy(evaluator, name, atom) is not excluded] if value is not None else []
    return leaving.refined(evaluator, name, value, kept)


def _operation(evaluator: Evaluator, test: code.Operation, *, holds: bool) -> dict[str, Value] | None:
    """The same for an operator: boolean ones part by part, comparisons of a variable with something."""
    operator, operands = test.operator, test.operands
    if operator == "not":
        return refine(evaluator, operands[0], holds=not holds)
    if operator in {"and", "or"}:
        if (operator == "and") is holds:
            return _all(evaluator, operands, holds=holds)
        return _any(evaluator, operands, holds=holds)
    if operator in TEXTS and len(operands) == 2 and texts_compared.is_of_texts(operands):  # noqa: PLR2004 - one side
        same = (operator == "==") is holds
        return texts_compared.agreeing(evaluator, operands[0], operands[1], same=same)
    if operator in NEGATED and len(operands) == 2 and type(operands[0]) is NAME:  # noqa: PLR2004 - one side
        name, other = operands[0].id, operands[1]
        if operator in {"in", "not in"}:
            inside = (operator == "in") is holds
            among = _among(evaluator, name, other, inside=inside)
            return narrowing.of_some(evaluator, among, name) if inside and among is not None else among
        return _compared(evaluator, name, operator if holds else NEGATED[operator], other)
    if operator in NEGATED and len(operands) == 2 and type(operands[0]) is SUBSCRIPT:  # noqa: PLR2004 - one side
        return _parted(evaluator, test, holds=holds)
    if operator in NEGATED and len(operands) == 2:  # noqa: PLR2004 - one side
        return tests_of_types.type_compared(
            evaluator, operands[0], operands[1], holds=(operator in {"is", "==", "in"}) is holds
        )
    return dict(evaluator.env)


def _all(evaluator: Evaluator, operands: tuple[code.Expression, ...], *, holds: bool) -> dict[str, Value] | None:
    before = evaluator.env
    try:
        for operand in operands:
            refined = refine(evaluator, operand, holds=holds)
            if refined is None:
                return None
            evaluator.env = refined
        return dict(evaluator.env)
    finally:
        evaluator.env = before


def _any(evaluator: Evaluator, operands: tuple[code.Expression, ...], *, holds: bool) -> dict[str, Value] | None:
    """Where one of several tests holds, a variable is what one of them leaves of it; None where none can."""
    ends = [env for operand in operands if (env := refine(evaluator, operand, holds=holds)) is not None]
    if not ends:
        return None
    first, *rest = ends
    for env in rest:
        for name, value in env.items():
            held = first.get(name, value)
            if held is not value:
                first[name] = union(held, value)
    return first


def _truthy(evaluator: Evaluator, name: str, atom: Atom) -> bool | None:
    if isinstance(atom, Constant):
        return bool(atom.value)
    if isinstance(atom, Instance):
        rows = atom.model is not None  # a queryset: false where it finds nothing
        return True if not (rows or atom.guessed) and _always_true(evaluator, atom.cls) else None
    if isinstance(atom, Plain):
        return None
    if isinstance(atom, (ClassAtom, Function, Present)):
        return True
    if isinstance(atom, Container):
        return filled(evaluator, name, atom) or None  # an empty one is kept: what is open to tests of its items
    return None


def _always_true(evaluator: Evaluator, cls: ClassInfo) -> bool:
    """Whether the objects of a class, and of those below it, are true: none of the project's says otherwise.

    Of the classes of libraries not all methods are known: what leads to a database is true.
    """
    answer: bool | None = cls.answers.get("always true")
    if answer is None:
        classes = evaluator.interpreter.classes
        known = {one for owner in (cls, *classes.below(cls)) for one in classes.mro(owner)}
        of_project = not cls.library and not any(one.externals for one in known)
        answer = of_project or any(one.dotted in HANDLES for one in classes.mro(cls))
        answer = answer and not any(classes.own(one, name) for one in known for name in ("__bool__", "__len__"))
        cls.answers["always true"] = answer
    return answer


def _compared(evaluator: Evaluator, name: str, operator: str, other: code.Expression) -> dict[str, Value] | None:
    value = evaluator.env.get(name)
    if value is None:
        return dict(evaluator.env)
    if type(other) is DISPLAY and not other.items and operator == "==":
        return _equals_nothing(evaluator, name, value, other)
    against = evaluator.evaluate(other) if isinstance(other, (code.Constant, code.Name, code.Attribute)) else UNKNOWN
    if len(against) != 1:
        return dict(evaluator.env)
    (right,) = against
    if not isinstance(right, (Constant, ClassAtom)):
        return dict(evaluator.env)
    same = operator in {"is", "=="}
    refined = leaving.refined(evaluator, name, value, [atom for atom in value if equal(atom, right) is not (not same)])
    if refined is not None and same and ANY in value and isinstance(right, Constant):
        refined[name] = right.alone
    return refined


def _equals_nothing(evaluator: Evaluator, name: str, value: Value, written: code.Display) -> dict[str, Value] | None:
    """`value == []`: no constant is that, and what is not known is an empty list from here on."""
    refined = leaving.refined(evaluator, name, value, [atom for atom in value if not isinstance(atom, Constant)])
    if refined is not None and value == UNKNOWN and name not in evaluator.context.enclosed:
        refined[name] = evaluator.evaluate(written)
    return refined


def _among(evaluator: Evaluator, name: str, other: code.Expression, *, inside: bool) -> dict[str, Value] | None:
    value = evaluator.env.get(name)
    if value is None or not isinstance(other, (code.Display, code.Name, code.Attribute)):
        return dict(evaluator.env)
    among = evaluator.evaluate(other)
    keys = containers.texts_of_keys(among) if inside else []
    if 0 < len(keys) <= MOST_NAMES and not understood(value) and name not in evaluator.context.enclosed:
        return {**evaluator.env, name: together([evaluator.atoms.constant(one) for one in keys])}
    written = containers.members(among)
    options = written if written is not None else names_of(evaluator, among)
    if options is None or any(len(one) != 1 or not isinstance(next(iter(one)), Constant) for one in options):
        return dict(evaluator.env)
    held = {next(iter(one)).value for one in options}  # type: ignore[attr-defined]
    named = written is not None and 0 < len(held) <= MOST_NAMES and all(isinstance(one, str) for one in held)
    if inside and named and not understood(value) and name not in evaluator.context.enclosed:
        # all that is known of it is that it is one of these: `getattr(self, name)()` then means their methods
        return {**evaluator.env, name: together(options)}
    kept = [atom for atom in value if not isinstance(atom, Constant) or (atom.value in held) is inside]
    return leaving.refined(evaluator, name, value, kept)
