"""Which names in an annotation are type variables, and which classes does it name?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import ClassAtom
from boundary.link.syntax.kinds import CALL, NAME
from boundary.link.syntax.walking import last_name
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.names import Names
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator


def names_in(node: code.Expression) -> Iterator[code.Name]:
    """The bare names in an annotation."""
    match node:
        case code.Name():
            yield node
        case code.Operation(operands=operands):
            for one in operands:
                yield from names_in(one)
        case code.Subscript(index=index):
            yield from names_in(index)
        case code.Display(items=items):
            for one in items:
                yield from names_in(one)


def is_type_variable(names: Names, scope: Evaluator, name: code.Expression) -> bool:
    """Whether a name is that of a type variable."""
    if type(name) is not NAME:
        return False
    _, held = names.defined(scope.module, name)
    return type(held) is CALL and last_name(held.function) == "TypeVar"


def classes_named(scope: Evaluator, expression: code.Expression) -> list[ClassInfo]:
    """The classes that a bare or dotted name stands for."""
    if not isinstance(expression, (code.Name, code.Attribute)):
        return []
    return [atom.cls for atom in scope.evaluate(expression) if isinstance(atom, ClassAtom)]
