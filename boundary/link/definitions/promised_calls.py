"""What does a function give of which only the type is known?  What `Callable[[int], Order]` promises.

    class Importer:
        def __init__(self, make: Callable[[], Order]):
            self.make = make

A call of it stays a blind spot, since it may do anything; what is done with its result is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, DISPLAY, FUNCTION, NAME, OPERATION, SUBSCRIPT
from boundary.link.syntax.scopes import flat
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

CALLABLE: Final = "Callable"
MAKER: Final = "__init__"


def promised(evaluator: Evaluator, called: code.Expression) -> Value:
    """What is given by a parameter, or by an attribute of an object, that is annotated as a function."""
    found: list[Value] = []
    annotations = evaluator.interpreter.annotations
    if type(called) is NAME:
        function = evaluator.context.function
        for one in function.parameters if function is not None else ():
            if one.name == called.id and one.annotation is not None:
                found += [annotations.at_top(evaluator.module, result) for result in _results(one.annotation)]
    elif type(called) is ATTRIBUTE:
        for atom in evaluator.evaluate(called.value):
            if isinstance(atom, Instance) and not atom.cls.library:
                for owner in evaluator.interpreter.classes.mro(atom.cls):
                    annotated = _of_attribute(owner, called.name) if not owner.library else ()
                    found += [annotations.in_class(owner, result) for one in annotated for result in _results(one)]
    return join(found) or UNKNOWN


def _results(annotation: code.Expression) -> Iterator[code.Expression]:
    """The types of the results of the functions that an annotation names, alone or beside None."""
    if type(annotation) is OPERATION:
        for operand in annotation.operands:
            yield from _results(operand)
    elif type(annotation) is SUBSCRIPT:
        parts = annotation.index.items if type(annotation.index) is DISPLAY else (annotation.index,)
        if last_name(annotation.value) == CALLABLE:
            yield from parts[-1:]
        else:
            for part in parts:
                yield from _results(part)


def _of_attribute(cls: ClassInfo, name: str) -> Iterator[code.Expression]:
    """How a class annotates an attribute: in its body, or the parameter of its constructor that is kept there."""
    for binding in cls.bindings.get(name, ()):
        if type(binding.statement) is ASSIGN and binding.statement.annotation is not None:
            yield binding.statement.annotation
    for binding in cls.bindings.get(MAKER, ()):
        if type(binding.statement) is FUNCTION:
            kept = {
                statement.value.id
                for statement in flat(binding.statement.body)
                if type(statement) is ASSIGN
                and type(statement.value) is NAME
                and any(type(one) is ATTRIBUTE and one.name == name for one in statement.targets)
            }
            yield from (one.annotation for one in binding.statement.parameters if one.name in kept and one.annotation)
