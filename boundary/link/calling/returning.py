"""What does a call give?  What its function returned, and what an annotation promises of what is not known of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import is_unknown, known
from boundary.link.domain.values import BOTTOM, UNKNOWN, Constant, External, Instance, Plain
from boundary.link.frameworks.python.generators import receives
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.interpreter import Interpreter

NOTHING: Final = 0
PART: Final = 1
ALL: Final = 2


def result_of(interpreter: Interpreter, function: FunctionInfo, context: Context, receiver: Atom | None) -> Value:
    """What a function gives that was followed in a context."""
    if function.is_generator:
        element = context.yielded or UNKNOWN
        if receives(function):
            return interpreter.atoms.generator(element, context)
        return interpreter.atoms.container("generator", element)
    returned = context.returned
    if type(function.node) is not FUNCTION or function.node.returns is None:
        return returned or UNKNOWN
    told = _told(returned)
    if told == ALL:
        return returned
    promised = BOTTOM if told else interpreter.generics.promised(function, receiver, context.arguments)
    annotated = promised or interpreter.annotations.at_top(function.module, function.node.returns)
    if told:
        return _completed(interpreter, returned, annotated)
    if promised or known(annotated):
        kept = frozenset(atom for atom in returned if not isinstance(atom, External))
        return annotated | kept | interpreter.atoms.none  # it may find none: who asks for that knows better
    return returned or UNKNOWN


def _told(value: Value) -> int:
    """How much is known of a value: `ANY`, None and what code that is not read gives say nothing."""
    if value is UNKNOWN:
        return NOTHING
    atoms: frozenset[object] = value
    found, rest = NOTHING, False
    for atom in atoms:
        if is_unknown(atom) or type(atom) is External:
            rest = True
        elif type(atom) is not Constant or atom.value is not None:
            found = PART
    return ALL if found and not rest else found


def _completed(interpreter: Interpreter, value: Value, promised: Value) -> Value:
    """A value that is known in part, and what an annotation promises for the rest.

    These are objects that it has none of, and texts or numbers beside objects (`-> Order | str`), which are not of
    any class that a test may name.
    """
    derives = interpreter.classes.derives
    held = [atom.cls for atom in value if isinstance(atom, Instance)]
    rest = [
        atom.alone
        for atom in promised
        if (held and isinstance(atom, Plain))
        or (isinstance(atom, Instance) and not any(derives(cls, atom.cls) for cls in held))
    ]
    return value.union(*rest) if rest else value
