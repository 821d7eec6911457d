"""Which method does an operator call?  `a + b`, `x in bag`, `f"{row}"` on objects of the project.

Python calls a method of the left operand (of the right one for `in`); one that the project writes may do anything.
What a comparison calls is run for what it reads: whether it holds is not told by that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container, Function, Instance
from boundary.link.members import containers
from boundary.link.syntax.kinds import NAME

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

BINARY: Final = {
    "+": "__add__",
    "-": "__sub__",
    "*": "__mul__",
    "/": "__truediv__",
    "//": "__floordiv__",
    "%": "__mod__",
    "@": "__matmul__",
    "|": "__or__",
    "&": "__and__",
    "^": "__xor__",
    "<<": "__lshift__",
    ">>": "__rshift__",
}
REFLECTED: Final = {
    "==": ("__eq__", "__eq__"),
    "!=": ("__ne__", "__ne__"),
    "<": ("__lt__", "__gt__"),
    ">": ("__gt__", "__lt__"),
    "<=": ("__le__", "__ge__"),
    ">=": ("__ge__", "__le__"),
}
"""What a comparison asks the left operand for, and the right one, where the left one has no such method."""
ORDERING: Final = ("__lt__", "__gt__", "__le__", "__ge__")
"""`functools.total_ordering` makes three of these of the fourth."""
UNARY: Final = {"~": "__invert__", "u-": "__neg__", "u+": "__pos__"}
OWN_NAME: Final = "__name__"
TEXTS: Final = ("__format__", "__str__", "__repr__")
MEMBERSHIP: Final = frozenset({"in", "not in"})
DEEPEST: Final = 2
"""Collections in collections of which the texts are asked for."""


def operated(evaluator: Evaluator, operator: str, values: list[Value], line: int) -> Value | None:
    """The value of an operator that the project's own method answers; None where none does."""
    if operator in MEMBERSHIP:
        found = _called(evaluator, values[1], "__contains__", Arguments((values[0],)), line)
        if found is None and is_looked_through(values[1]):
            evaluator.interpreter.items.iterate(evaluator, values[1], line)
        return found
    if operator in REFLECTED:
        compare(evaluator, operator, values[0], values[1], line)
        return None
    if len(values) == 1:
        name = UNARY.get(operator)
        return _called(evaluator, values[0], name, NO_ARGUMENTS, line) if name else None
    name = BINARY.get(operator)
    if name is None:
        return None
    result = values[0]
    answered = False
    for value in values[1:]:  # `a + b + c` is one node
        one = _called(evaluator, result, name, Arguments((value,)), line)
        if one is None:
            one = _called(evaluator, value, f"__r{name[2:]}", Arguments((result,)), line)
        answered = answered or one is not None
        result = UNKNOWN if one is None else one
    return result if answered else None


def compare(evaluator: Evaluator, operator: str, value: Value, other: Value, line: int) -> None:
    """Run what a comparison of two values calls of the project; Python has others for what defines none.

    Objects without `__ne__` are asked for `__eq__`. Source: Python Language Reference, 3.3.1, Basic customization.
    """
    own, reflected = REFLECTED[operator]
    instead = ("__eq__",) if operator == "!=" else () if operator == "==" else ORDERING
    _run_first(evaluator, value, (own, *instead), other, line) or _run_first(
        evaluator, other, (reflected, *instead), value, line
    )


def _run_first(evaluator: Evaluator, value: Value, names: tuple[str, ...], other: Value, line: int) -> bool:
    """Run the first of these methods that an object of the project has; whether one has any."""
    found = False
    for atom in value:
        if type(atom) is not Instance or atom.cls.library:
            continue
        for name in names:
            if _is_own(evaluator, atom, name):
                evaluator.interpreter.objects.method(evaluator, atom.alone, name, line, Arguments((other,)))
                found = True
                break
    return found


def is_looked_through(value: Value) -> bool:
    """Whether `in` goes through what a value gives one by one: a queryset, an object with nothing but `__iter__`."""
    return any(isinstance(atom, Instance) for atom in value)


def augmented(evaluator: Evaluator, operator: str, value: Value, other: Value, line: int) -> Value | None:
    """`a += b`: its own method, else that of `a + b`."""
    name = BINARY.get(operator)
    own = _called(evaluator, value, f"__i{name[2:]}", Arguments((other,)), line) if name else None
    return own if own is not None else operated(evaluator, operator, [value, other], line)


def _called(evaluator: Evaluator, value: Value, name: str, arguments: Arguments, line: int) -> Value | None:
    for atom in value:
        if isinstance(atom, Instance) and evaluator.interpreter.classes.lookup(atom.cls, name)[0] is not None:
            return evaluator.interpreter.objects.method(evaluator, value, name, line, arguments)
    return None


def _is_own(evaluator: Evaluator, atom: Instance, name: str) -> bool:
    """Whether a class of the project has such a method, or one of a library of which a framework file tells."""
    owner, methods = evaluator.interpreter.classes.lookup(atom.cls, name)
    told = any(isinstance(one, Function) and one.function.native for one in methods)
    return owner is not None and (told or not owner.library)


def said(evaluator: Evaluator, atom: Instance, names: tuple[str, ...], line: int) -> Value | None:
    """What the first of these methods says of an object; None where neither the project nor a rule has one."""
    for name in names:
        if _is_own(evaluator, atom, name):
            return evaluator.interpreter.objects.method(evaluator, atom.alone, name, line) or UNKNOWN
    return None


def _said_of_class(evaluator: Evaluator, atom: ClassAtom, line: int) -> Value | None:
    """What its metaclass says of a class: `def __str__(cls)`."""
    interpreter = evaluator.interpreter
    meta = interpreter.classes.metaclass(atom.cls)
    methods = interpreter.classes.lookup(meta, "__str__")[1] if meta is not None else BOTTOM
    bound = join(interpreter.attributes.bound(one, atom) for one in methods if type(one) is Function)
    return interpreter.calls.call(evaluator, bound, NO_ARGUMENTS, line) or UNKNOWN if bound else None


def part_of_text(evaluator: Evaluator, node: code.Expression) -> Value:
    """A part of a text: `__name__` is the module's name there, where nobody asks who was started."""
    if type(node) is NAME and node.id == OWN_NAME and OWN_NAME not in evaluator.env:
        return evaluator.atoms.constant(evaluator.module.name)
    return evaluator.evaluate(node)


def spelled(evaluator: Evaluator, value: Value, line: int, depth: int = DEEPEST) -> Value:
    """What a value is as text: objects of the project say it themselves."""
    found: list[Value] = []
    left = value
    for atom in value:
        if isinstance(atom, Instance):
            one = said(evaluator, atom, TEXTS, line)
            if one is not None:
                found.append(one)
                left -= {atom}
        elif type(atom) is ClassAtom:
            one = _said_of_class(evaluator, atom, line)
            if one is not None:
                found.append(one)
                left -= {atom}
        elif isinstance(atom, Container) and depth and atom.objects and atom.kind != "generator":
            spelled(evaluator, atom.element, line, depth - 1)
    return join([left, *found]) if found else value


def filled_in(evaluator: Evaluator, value: Value, line: int) -> list[Value]:
    """The arguments of `template % value`, as texts."""
    members = containers.members(value)
    return [spelled(evaluator, one, line) for one in (members if members is not None else [value])]
