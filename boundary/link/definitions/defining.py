"""What does a statement at the top of a module or class bind?  Functions and classes as their decorators leave them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import known, may_be_more
from boundary.link.domain.values import BOTTOM, TOO_MANY, UNKNOWN, Function, Instance, Value, Wrapped
from boundary.link.evaluator.enclosing import made_by
from boundary.link.members import containers
from boundary.link.syntax.kinds import NAME
from boundary.link.syntax.walking import last_name
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator

HANDED_CLASSES: Final = "__init_subclass__"
"""What is a class method without being decorated as one: also where `super()` gives it."""


def define_function(evaluator: Evaluator, node: code.Function) -> Value:
    """The value that a `def` binds: the function, as its decorators leave it."""
    if any(last_name(decorator) == "overload" for decorator in node.decorators):
        return BOTTOM  # a signature for type checkers, not the function
    in_class = evaluator.scope if evaluator.scope is not None and evaluator.scope.node is not None else None
    owner = in_class if in_class is not None and any(one is node for one in _methods(in_class)) else None
    owner = owner or evaluator.cls  # the class whose method encloses this code, for `super()` in nested functions
    function = evaluator.interpreter.program.function_of(node, evaluator.module, owner, node.qualname)
    if function.native is None:
        function.native = evaluator.interpreter.frameworks.native(function) or ""
    closure = made_by(evaluator, function)
    value = evaluator.atoms.function(function, None, closure)
    for decorator in reversed(node.decorators):
        value = _decorated(evaluator, decorator, value, node.first_line)
    if (
        node.name == HANDED_CLASSES
        and any(isinstance(one, Function) for one in value)
        and owner is in_class is not None
    ):
        return evaluator.atoms.wrapped("classmethod", value)
    return value


def _decorated(evaluator: Evaluator, decorator: code.Expression, value: Value, line: int) -> Value:
    """What a decorator makes of a value; one that is not understood leaves it as it is."""
    applied = evaluator.evaluate(decorator)
    if not known(applied):
        return value
    result = evaluator.interpreter.calls.decorate(evaluator, applied, value, line)
    return result if _is_callable(result) else value


def define_class(evaluator: Evaluator, node: code.Class) -> Value:
    """The value that a `class` statement binds."""
    closure = evaluator.context if evaluator.context.function is not None else None
    cls = evaluator.interpreter.program.class_of(node, evaluator.module, closure, evaluator.scope)
    if closure is not None:
        evaluator.interpreter.classes.mro(cls)
    value = evaluator.atoms.class_(cls)
    for decorator in reversed(node.decorators):
        value = _decorated(evaluator, decorator, value, node.first_line)
    return value | TOO_MANY if closure is not None and _stands_for_others(cls, closure) else value


def _stands_for_others(cls: ClassInfo, closure: Context) -> bool:
    """Whether another class is made here, of which there are too many; and not one by a method of itself."""
    return cls.closure is not closure and getattr(closure.receiver, "cls", None) is not cls


def bound_value(evaluator: Evaluator, statement: code.Node, name: str, site: tuple[object, str]) -> Value:
    """What an assignment, loop or `with` at the top of a module or class gives to one of its names."""
    match statement:
        case code.Assign(value=None):
            return BOTTOM
        case code.Assign(value=value) if value is not None:
            result = evaluator.evaluate(value)
            for target in statement.targets:
                if type(target) is NAME and target.id == name:
                    if statement.annotation is not None and type(site[0]) is str:
                        result = _annotated(evaluator, statement.annotation, result)
                    return _sited(evaluator, result, site)
                found = _destructured(evaluator, target, result, name)
                if found is not None:
                    return _sited(evaluator, found, site)
            return UNKNOWN
        case code.Augment():
            return evaluator.evaluate(statement.value)
        case code.For():
            iterable = evaluator.evaluate(statement.iterable)
            element = evaluator.interpreter.items.iterate(evaluator, iterable, statement.line)
            return _destructured(evaluator, statement.target, element, name) or UNKNOWN
        case _:
            return UNKNOWN


def _annotated(evaluator: Evaluator, annotation: code.Expression, value: Value) -> Value:
    """What is known of a variable of a module: what its annotation promises where not all is known of its value.

    `session: Session = LocalProxy(lambda: registry())`: what the project makes itself is there, whatever is promised.
    What begins as None is what the module's functions make it.
    """
    if not may_be_more(value):
        return value
    annotations = evaluator.interpreter.annotations
    promised = annotations.as_promised(value, annotations.of(evaluator, annotation))
    return promised | frozenset(one for one in value if type(one) is Instance and not one.cls.library)


def _sited(evaluator: Evaluator, value: Value, site: tuple[object, str]) -> Value:
    """Objects of a class whose instances must not be confused get a place of their own."""
    found: set[Atom] = set()
    for atom in value:
        found.add(atom)
        if isinstance(atom, Instance) and atom.site is None:
            place = evaluator.interpreter.frameworks.place(evaluator, atom.cls, site)
            if place is not None:
                found.remove(atom)
                found |= evaluator.atoms.instance(atom.cls, exact=atom.exact, site=place)
    return value if found == value else frozenset(found)


def _destructured(evaluator: Evaluator, target: code.Expression, value: Value, name: str) -> Value | None:
    """The part of `value` that an unpacking target gives to `name`, None where it does not bind it."""
    match target:
        case code.Name(id=bound):
            return value if bound == name else None
        case code.Starred(value=inner):
            return _destructured(evaluator, inner, value, name)
        case code.Display(items=items):
            for item, part in zip(items, containers.unpacked(evaluator, value, items), strict=True):
                found = _destructured(evaluator, item, part, name)
                if found is not None:
                    return found
            return None
        case _:
            return None


def _methods(cls: ClassInfo) -> list[object]:
    return [binding.statement for bindings in cls.bindings.values() for binding in bindings]


def _is_callable(value: Value) -> bool:
    return any(
        isinstance(atom, (Function, Wrapped)) or type(atom).__name__ in {"ClassAtom", "Native", "Instance"}
        for atom in value
    )
