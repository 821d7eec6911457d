"""What does a generic function promise?  The type variables of its signatures, solved from what it is given.

`def get(cls, kind: type[ObjectType[T]]) -> T` returns an order where `kind` is `class OrderType(ObjectType[Order])`,
and a method of `Repository[T]` that returns `T` does so on `class Orders(Repository[Order])`. Overloads are tried in
their order; a function without type variables costs one look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.generic_attributes import GenericAttributes
from boundary.link.definitions.type_variables import classes_named, is_type_variable, names_in
from boundary.link.domain.asking import known
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, ClassAtom, Instance
from boundary.link.syntax.kinds import DISPLAY, FUNCTION, NAME, SUBSCRIPT
from boundary.link.syntax.walking import last_name
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

DEEPEST: Final = 6
"""A generic base is looked for below so many others."""
KINDS: Final = frozenset({"type", "Type"})
EITHER: Final = frozenset({"Optional", "Union"})
ROWS: Final = frozenset({"QuerySet", "Manager", "BaseManager"})


class Generics:
    """Solves type variables."""

    def __init__(self, interpreter: Interpreter) -> None:
        self.attributes = GenericAttributes(interpreter)
        self._interpreter = interpreter
        self._signatures: dict[FunctionInfo, list[code.Function]] = {}
        self._taking: dict[FunctionInfo, frozenset[str]] = {}

    def promised(self, function: FunctionInfo, receiver: Atom | None, arguments: dict[str, Value]) -> Value:
        """What the first signature that can be solved promises; nothing where there is none."""
        signatures = self._signatures.get(function)
        if signatures is None:
            signatures = self._signatures[function] = [*self._generic_signatures(function)]
        scope = self._interpreter.module_evaluator(function.module)
        for node in signatures:
            solved = self._solved(scope, node, arguments) or self._of_receiver(function, receiver)
            if solved and node.returns is not None:
                promised = self._interpreter.annotations.solved_as(scope, node.returns, solved)
                if known(promised):
                    return promised
        return BOTTOM

    def taken(self, function: FunctionInfo, receiver: Atom | None, parameter: str, promise: code.Expression) -> Value:
        """What a parameter of a generic class's method takes on an object of a subclass that says what it is of."""
        cls = function.cls
        if cls is None or not isinstance(receiver, (Instance, ClassAtom)) or receiver.cls is cls:
            return BOTTOM
        names = self._taking.get(function)
        if names is None:
            scope = self._interpreter.module_evaluator(function.module)
            names = self._taking[function] = frozenset(self._open_parameters(scope, function))
        solved = self._of_receiver(function, receiver) if parameter in names else None
        if not solved:
            return BOTTOM
        scope = self._interpreter.module_evaluator(function.module)
        promised = self._interpreter.annotations.solved_as(scope, promise, solved)
        return promised if known(promised) else BOTTOM

    def _open_parameters(self, scope: Evaluator, function: FunctionInfo) -> Iterator[str]:
        """The parameters of a generic class's method whose annotations name a type variable."""
        node = function.cls.node if function.cls is not None and not function.library else None
        if node is None or not any(type(base) is SUBSCRIPT for base in node.bases):
            return
        for one in function.parameters:
            if one.annotation is not None and any(self._stands_open(scope, name) for name in names_in(one.annotation)):
                yield one.name

    def _generic_signatures(self, function: FunctionInfo) -> Iterator[code.Function]:
        """The overloads of a function and its own signature, as far as what they return names a type variable."""
        if function.library or type(function.node) is not FUNCTION:
            return
        holder = function.cls.bindings if function.cls is not None else function.module.bindings
        scope = self._interpreter.module_evaluator(function.module)
        held = [one.statement for one in holder.get(function.name, ())]
        for node in (*held, function.node) if function.node in held else (function.node,):
            if type(node) is not FUNCTION or node.returns is None:
                continue
            if (node is not held[-1] if node in held else False) and not _is_overload(node):
                continue
            if any(self._stands_open(scope, name) for name in names_in(node.returns)):
                yield node

    def _stands_open(self, scope: Evaluator, name: code.Expression) -> bool:
        return is_type_variable(self._interpreter.names, scope, name)

    # --- solving ----------------------------------------------------------------------------------

    def _solved(self, scope: Evaluator, node: code.Function, arguments: dict[str, Value]) -> dict[str, Value]:
        solved: dict[str, Value] = {}
        for parameter in node.parameters:
            given = arguments.get(parameter.name)
            if given and parameter.annotation is not None:
                self._match(scope, parameter.annotation, given, solved)
        return solved

    def _match(self, scope: Evaluator, annotation: code.Expression, given: Value, solved: dict[str, Value]) -> None:
        """Note what the variables in an annotation stand for, given the argument."""
        match annotation:
            case code.Name() if self._stands_open(scope, annotation):
                self._note(solved, annotation.id, frozenset(one for one in given if isinstance(one, Instance)))
            case code.Operation(operator="|", operands=operands):
                for operand in operands:
                    self._match(scope, operand, given, solved)
            case code.Subscript(value=value, index=index):
                name = last_name(value)
                if name in EITHER:
                    for part in index.items if type(index) is DISPLAY else (index,):
                        self._match(scope, part, given, solved)
                elif name in KINDS:
                    self._match_class(scope, index, [one.cls for one in given if isinstance(one, ClassAtom)], solved)
                elif name in ROWS:
                    models = [one.model for one in given if isinstance(one, Instance) and one.model is not None]
                    self._match_class(scope, index, models, solved)
                else:
                    self._match_class(
                        scope, annotation, [one.cls for one in given if isinstance(one, Instance)], solved
                    )

    def _match_class(
        self, scope: Evaluator, annotation: code.Expression, classes: list[ClassInfo], solved: dict[str, Value]
    ) -> None:
        """The same for the classes of what is given: `T`, or `ObjectType[T]` with what they put in its place."""
        if type(annotation) is NAME and self._stands_open(scope, annotation):
            rows = (self._interpreter.frameworks.annotated(scope, cls) for cls in classes)
            self._note(solved, annotation.id, join(rows))
        elif type(annotation) is SUBSCRIPT and self._stands_open(scope, annotation.index):
            for base in classes_named(scope, annotation.value):
                for cls in classes:
                    self._note(solved, last_name(annotation.index), self.argument_of(cls, base))

    @staticmethod
    def _note(solved: dict[str, Value], name: str, value: Value) -> None:
        if known(value):
            solved[name] = solved.get(name, BOTTOM) | value

    def _of_receiver(self, function: FunctionInfo, receiver: Atom | None) -> dict[str, Value]:
        """The variables of a generic class, solved by the subclass on whose object a method is called."""
        if function.cls is None or not isinstance(receiver, (Instance, ClassAtom)) or receiver.cls is function.cls:
            return {}
        solved: dict[str, Value] = {}
        scope = self._interpreter.class_evaluator(function.cls, outside=True)
        for base in function.cls.node.bases if function.cls.node is not None else ():
            if type(base) is SUBSCRIPT and self._stands_open(scope, base.index):
                self._note(solved, last_name(base.index), self.argument_of(receiver.cls, function.cls))
        return solved

    def argument_of(self, cls: ClassInfo, base: ClassInfo, depth: int = 0) -> Value:
        """What a class puts in the place of the variable of its generic base; nothing where that is not told."""
        if depth > DEEPEST or cls is base or cls.node is None:
            return BOTTOM
        scope = self._interpreter.class_evaluator(cls, outside=True)
        for expression in cls.node.bases:
            inner = expression.value if type(expression) is SUBSCRIPT else expression
            for parent in classes_named(scope, inner):
                if not self._interpreter.classes.derives(parent, base):
                    continue
                found = self.argument_of(parent, base, depth + 1)
                if not found and type(expression) is SUBSCRIPT:
                    found = self._put_in(scope, expression.index, base)
                if found:
                    return found
        return BOTTOM

    def _put_in(self, scope: Evaluator, index: code.Expression, base: ClassInfo) -> Value:
        """`Base[Order]`, and `Wrapper[Base[Order]]`, too."""
        if type(index) is SUBSCRIPT and base in classes_named(scope, index.value):
            index = index.index
        if self._stands_open(scope, index):
            return BOTTOM
        found = self._interpreter.annotations.of(scope, index)
        return found if known(found) else BOTTOM


def _is_overload(node: code.Function) -> bool:
    return any(last_name(one) == "overload" for one in node.decorators)
