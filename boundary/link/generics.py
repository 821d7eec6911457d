"""What does a function give whose annotations say it with a type variable?  What its caller hands it decides.

`def get(kind: type[T]) -> T` gives an object of the class that it is called with, `def get(kind: type[Node[T]]) -> T`
one of the class that the given class fills in for `T` (`class OrderNode(Node[Order])`). Overloads say so, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.values import BOTTOM, ClassAtom, join
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.contexts import Context
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo, FunctionInfo, ModuleInfo
    from boundary.link.values import Value

MANY = frozenset({"list", "List", "Sequence", "Iterable", "Iterator"})
Form = tuple[str, bool, bool]
"""A parameter that decides, whether it is a class that fills the variable in, and whether a list is returned."""


class Generics:
    """Finds the parameters that decide what a function returns, once for each function."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._forms: dict[FunctionInfo, tuple[Form, ...]] = {}

    def returned(self, function: FunctionInfo, context: Context) -> Value:
        """What a function returns for the classes that it was given; nothing where its annotations do not say."""
        forms = self._forms.get(function)
        if forms is None:
            forms = self._forms[function] = tuple(dict.fromkeys(self._find(function)))
        for name, filled, many in forms:
            given = [atom.cls for atom in context.arguments.get(name, BOTTOM) if isinstance(atom, ClassAtom)]
            classes = [one for cls in given for one in (self._filled_in(cls) if filled else [cls])]
            if classes:
                evaluator = self._interpreter.module_evaluator(function.module)
                found = join(self._interpreter.frameworks.annotated(evaluator, cls) for cls in classes)
                return self._interpreter.atoms.container("list", found) if many else found
        return BOTTOM

    def _find(self, function: FunctionInfo) -> Iterator[Form]:
        for signature in _signatures(function):
            for returned, many in _alternatives(signature.returns):
                if not self._is_variable(function.module, returned):
                    continue
                for parameter in signature.parameters:
                    for kind, _ in _alternatives(parameter.annotation):
                        inner = _argument(kind, frozenset({"type", "Type"}))
                        if _same(inner, returned):
                            yield parameter.name, False, many
                        elif isinstance(inner, code.Subscript) and _same(inner.index, returned):
                            yield parameter.name, True, many

    def _is_variable(self, module: ModuleInfo, name: code.Expression) -> bool:
        """Whether a name is one of `T = TypeVar("T")`."""
        if not isinstance(name, code.Name):
            return False
        _, held = self._interpreter.names.defined(module, name)
        return isinstance(held, code.Call) and _last_name(held.function) == "TypeVar"

    def _filled_in(self, cls: ClassInfo) -> list[ClassInfo]:
        """The classes that a class fills in for the variable of its base: `Order` of `class OrderNode(Node[Order])`."""
        for one in self._interpreter.classes.mro(cls):
            for base in one.node.bases if one.node is not None else ():
                if isinstance(base, code.Subscript):
                    index = base.index
                    while isinstance(index, code.Subscript):  # `Wrapper[Node[Order]]`
                        index = index.index
                    scope = self._interpreter.class_evaluator(one, outside=True)
                    found = [atom.cls for atom in scope.evaluate(index) if isinstance(atom, ClassAtom)]
                    if found:
                        return found
        return []


def _signatures(function: FunctionInfo) -> Iterator[code.Function]:
    """A function's own signature, and those of its overloads."""
    bindings = function.cls.bindings if function.cls is not None else function.module.bindings
    for binding in bindings.get(function.name, ()):
        if isinstance(binding.statement, code.Function) and binding.statement.returns is not None:
            yield binding.statement


def _alternatives(annotation: code.Expression | None) -> Iterator[tuple[code.Expression, bool]]:
    """What an annotation allows beside None, and whether in a list."""
    if isinstance(annotation, code.Operation) and annotation.operator == "|":
        for operand in annotation.operands:
            yield from _alternatives(operand)
    elif annotation is not None and (one := _argument(annotation, MANY)) is not None:
        yield one, True
    elif annotation is not None:
        yield _argument(annotation, frozenset({"Optional"})) or annotation, False


def _argument(annotation: code.Expression, names: frozenset[str]) -> code.Expression | None:
    """`X` of `list[X]`, where the name is one of these."""
    named = isinstance(annotation, code.Subscript) and _last_name(annotation.value) in names
    return annotation.index if named and isinstance(annotation, code.Subscript) else None


def _same(one: code.Expression | None, name: code.Expression) -> bool:
    return isinstance(one, code.Name) and isinstance(name, code.Name) and one.id == name.id


def _last_name(node: code.Expression) -> str:
    return node.id if isinstance(node, code.Name) else getattr(node, "name", "")
