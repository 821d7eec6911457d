"""What are objects of very many classes made with?  What everything hangs from tells no object from another.

Where each of a hundred services is made with `app`, the services of the server and those of a worker are not kept
apart: they would be, with all that they call, for each kind of app that any program makes. What a few are made with
(`Importer(strategy)`) does keep them apart.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from boundary.link.calling.kin import CONSTRUCTOR
from boundary.link.calling.weigher import CARRIES
from boundary.link.calling.weights import weigh
from boundary.link.domain.values import UNKNOWN, ClassAtom, Constant, Container, Function, Instance, Pattern
from boundary.link.syntax.kinds import FUNCTION
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo, Program
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter

MOST_CLASSES: Final = 20
"""A parameter that the constructors of so many classes have is what everything hangs from."""


def shared_parameters(program: Program) -> frozenset[str]:
    """The names of parameters that very many constructors of the project have, for objects of one class."""
    counts: Counter[tuple[str, str]] = Counter()
    for cls in program.classes:
        for binding in cls.bindings.get("__init__", ()) if not cls.library else ():
            if type(binding.statement) is FUNCTION:
                counts.update((one.name, _class_in(one.annotation)) for one in binding.statement.parameters[1:])
    return frozenset(name for (name, _), classes in counts.items() if classes >= MOST_CLASSES)


def _class_in(annotation: code.Expression | None) -> str:
    """The class that an annotation names, as far as that is told from how it is written; empty where there is none."""
    match annotation:
        case code.Name(id=name) | code.Attribute(name=name):
            return name
        case code.Constant(value=str(name)):
            return name.rpartition(".")[2]
        case code.Operation(operands=[first, *_]):
            return _class_in(first)
        case code.Subscript(index=index):
            return _class_in(index)
        case _:
            return ""


def parameters_of(interpreter: Interpreter, cls: ClassInfo) -> list[str]:
    """The names of what the constructor of a class takes, in order."""
    for atom in interpreter.classes.lookup(cls, "__init__")[1]:
        if isinstance(atom, Function):
            return [one.name for one in atom.function.parameters[1:]]
    return []


def statements_given(interpreter: Interpreter, cls: ClassInfo, arguments: Arguments) -> tuple[tuple[str, Value], ...]:
    """The statements, or the names of tables, that the constructor of a class is given for what it makes of them.

    `Insert("orders")` and `Insert("lines")` are two statements, whatever rows they are given and wherever they run. A
    class without a constructor is given its fields, as a dataclass is, in their order.
    """
    carried: frozenset[str] = frozenset()
    for atom in interpreter.classes.lookup(cls, CONSTRUCTOR)[1]:
        if isinstance(atom, Function):
            weights = weigh(atom.function, interpreter.dispatching)
            taken = tuple([one.name for one in atom.function.parameters[1:]])
            carried = frozenset([name for name in taken if weights.get(name) == CARRIES])
            break
    else:
        taken = interpreter.objects.fields(cls)
        if taken and interpreter.dispatching.carrying is not None:
            carried = interpreter.dispatching.carrying.kept(cls.name)
    given = {**dict(zip(taken, arguments.positional, strict=False)), **arguments.keywords}
    return tuple(
        (name, value) for name, value in given.items() if (_is_text(value) if name in carried else _is_statement(value))
    )


def _is_statement(value: Value) -> bool:
    """Whether a value is one statement of SQL."""
    return len(value) == 1 and any(isinstance(one, (Constant, Pattern)) and one.states for one in value)


def _is_text(value: Value) -> bool:
    """Whether a value is one text, or a list of such: all of it is known."""
    if len(value) != 1:
        return False
    (atom,) = value
    if isinstance(atom, Container):
        entries = atom.entries
        return bool(entries) and atom.kind in {"list", "tuple"} and all(_is_text(each) for each in entries or ())
    return isinstance(atom, Constant) and isinstance(atom.value, str)


def without_plain_objects(value: Value) -> Value:
    """A value without objects that are of no model: classes, rows and functions say what is done."""
    kept = frozenset(one for one in value if not isinstance(one, Instance) or one.model is not None)
    return kept if any(isinstance(one, (ClassAtom, Function, Instance)) for one in kept) else UNKNOWN
