"""What does an attribute of a generic class hold, where an annotation says what it is generic in?

    @dataclass
    class Wrapped(Generic[T]):
        row: T

    def label(wrapped: Wrapped[Order]): return wrapped.row.number

Objects of such a class hold rows of every model of a program, and who is handed one of them is told of which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.type_variables import classes_named, is_type_variable, names_in
from boundary.link.domain.asking import known
from boundary.link.domain.values import BOTTOM
from boundary.link.syntax.kinds import ASSIGN, DISPLAY, SUBSCRIPT
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

DEEPEST: Final = 6
"""What declares the attribute is looked for below so many others."""
DECLARING: Final = frozenset({"Generic", "Protocol"})
NONE_GENERIC: Final[dict[str, code.Subscript]] = {}


class GenericAttributes:
    """Knows the parameters of functions that are annotated with what a class is generic in, and what they promise."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._promised: dict[tuple[FunctionInfo, str, str], Value] = {}

    def seen(self, evaluator: Evaluator, name: str, attribute: str, value: Value) -> Value:
        """What `name.attribute` holds, given what is known of it: of a parameter no more than its annotation allows."""
        given = self._given(evaluator, name)
        if given is None:
            return value
        function, annotation = given
        key = function, name, attribute
        promised = self._promised.get(key)
        if promised is None:
            promised = self._of(self._interpreter.module_evaluator(function.module), annotation, attribute)
            if promised or self._interpreter.settled:
                self._promised[key] = promised
        return self._interpreter.annotations.as_promised(value, promised) if promised else value

    def _given(self, evaluator: Evaluator, name: str) -> tuple[FunctionInfo, code.Subscript] | None:
        """The function that has a variable as a parameter, and its annotation: the one at hand, or one around it.

        None where the variable is another by now, but for what tests before this leave of it.
        """
        context = evaluator.context
        while context.function is not None:
            function = context.function
            parameters = function.generic
            if parameters is None:
                parameters = function.generic = _generic_parameters(function)
            annotation = parameters.get(name) if parameters is not NONE_GENERIC else None  # as of most
            if annotation is not None and name in context.arguments:
                held, given = evaluator.env.get(name), context.arguments[name]
                return (function, annotation) if held is not None and (held is given or held <= given) else None
            if context.closure is None or name in context.arguments:
                return None
            context = context.closure
        return None

    def _of(self, scope: Evaluator, annotation: code.Subscript, attribute: str) -> Value:
        """What a class promises of an attribute that is annotated with what it is generic in, if it is."""
        for cls in classes_named(scope, annotation.value):
            if not cls.library:
                found = self._declared(cls, self._solved(cls, scope, annotation, {}), attribute, 0)
                if found:
                    return found
        return BOTTOM

    def _declared(self, cls: ClassInfo, solved: dict[str, Value], attribute: str, depth: int) -> Value:
        """The same of a class, or of the generic classes above it, with what their variables stand for."""
        scope = self._interpreter.class_evaluator(cls, outside=True)
        for binding in cls.bindings.get(attribute, ()):
            statement = binding.statement
            if type(statement) is ASSIGN and statement.annotation is not None:
                if not any(one.id in solved for one in names_in(statement.annotation)):
                    return BOTTOM
                promised = self._interpreter.annotations.solved_as(scope, statement.annotation, solved)
                return promised if known(promised) else BOTTOM
        for base in cls.node.bases if cls.node is not None and depth < DEEPEST else ():
            if type(base) is SUBSCRIPT:
                for parent in classes_named(scope, base.value):
                    found = self._declared(parent, self._solved(parent, scope, base, solved), attribute, depth + 1)
                    if found:
                        return found
        return BOTTOM

    def _solved(
        self, cls: ClassInfo, scope: Evaluator, written: code.Subscript, outer: dict[str, Value]
    ) -> dict[str, Value]:
        """What the variables of a class stand for that is written so; `outer` are those of what it is written in."""
        given = written.index.items if type(written.index) is DISPLAY else (written.index,)
        found: dict[str, Value] = {}
        for name, one in zip(self._variables(cls), given, strict=False):
            value = self._interpreter.annotations.solved_as(scope, one, outer)
            if known(value):
                found[name] = value
        return found

    def _variables(self, cls: ClassInfo) -> list[str]:
        """The type variables of a class, in order: as `Generic[...]` says, else as its bases name them."""
        bases = [one for one in (cls.node.bases if cls.node is not None else ()) if type(one) is SUBSCRIPT]
        declared = [one for one in bases if last_name(one.value) in DECLARING]
        names = {name.id: name for one in declared or bases for name in names_in(one.index)}
        scope = self._interpreter.class_evaluator(cls, outside=True)
        return [name for name, node in names.items() if is_type_variable(self._interpreter.names, scope, node)]


def _generic_parameters(function: FunctionInfo) -> dict[str, code.Subscript]:
    """The parameters of a function that are annotated with something of something, by name."""
    found: dict[str, code.Subscript] = {}
    for one in function.parameters:
        if type(one.annotation) is SUBSCRIPT:
            found[one.name] = one.annotation
    return found or NONE_GENERIC
