"""Which rows do the mutations write that strawberry-django makes?  `create(OrderInput)`, `update(...)`, `delete(...)`.

    class Mutation:
        create_order: OrderType = strawberry_django.mutations.create(OrderInput)

The model is the one of the input (`@strawberry_django.input(Order)`) or else of the type that is answered. A row is
written in a transaction, with the many-to-many relations that the input has a field for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.annotations import promised_classes
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, External
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.tables import model_of, relation_of
from boundary.link.syntax.kinds import ASSIGN, CALL
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

OPERATIONS: Final = frozenset({"create", "update", "delete"})
PACKAGES: Final = ("strawberry_django.mutations", "strawberry.django.mutations")
RESOLVERS: Final = "strawberry_django.mutations.resolvers"
MANY: Final = "m2m"


def start(interpreter: Interpreter) -> None:
    """Look for such mutations in the bodies of classes."""
    frameworks = interpreter.frameworks
    if not (frameworks.imports("strawberry_django") or frameworks.imports("strawberry.django")):
        return
    for cls in list(interpreter.program.classes):
        if cls.library or cls.closure is not None:
            continue
        for bindings in list(cls.bindings.values()):
            for one in bindings:
                statement = one.statement
                if type(statement) is ASSIGN and type(statement.value) is CALL:
                    _mutation(interpreter, cls, statement, statement.value)


def _mutation(interpreter: Interpreter, cls: ClassInfo, statement: code.Assign, call: code.Call) -> None:
    """One mutation of a class, where the call makes one."""
    operation = last_name(call.function)
    if operation not in OPERATIONS:
        return
    evaluator = interpreter.class_evaluator(cls)
    named = {f"{package}.{operation}" for package in PACKAGES}
    module = interpreter.find_module(RESOLVERS)
    makers = evaluator.evaluate(call.function)
    if module is None or not any(isinstance(atom, External) and atom.dotted in named for atom in makers):
        return
    given = [
        atom.cls for part in call.arguments[:1] for atom in evaluator.evaluate(part) if isinstance(atom, ClassAtom)
    ]
    answered = (
        interpreter.annotations.in_class(cls, statement.annotation) if statement.annotation is not None else UNKNOWN
    )
    classes = (*given, *promised_classes(answered))
    found = [model for one in classes if (model := model_behind(interpreter, one)) is not None]
    if found:
        row = interpreter.atoms.class_(found[0]) if operation == "create" else interpreter.atoms.instance(found[0])
        keywords = {"__many__": _many(evaluator, found[0], given, statement.line)} if operation != "delete" else {}
        function = interpreter.names.value(module, operation)
        interpreter.calls.call(evaluator, function, Arguments((UNKNOWN, row, UNKNOWN), keywords), statement.line)


def _many(evaluator: Evaluator, model: ClassInfo, inputs: list[ClassInfo], line: int) -> Value:
    """The many-to-many relations of a row that an input has a field for."""
    interpreter, atoms = evaluator.interpreter, evaluator.atoms
    info = model_of(interpreter, model)
    names = {name: None for one in inputs for cls in interpreter.classes.mro(one) for name in cls.bindings}
    known = [(name, relation_of(info, name)) for name in names] if info is not None else []
    kept = [name for name, one in known if one is not None and one.kind == MANY]
    row = atoms.instance(model)
    held = tuple(interpreter.attributes.get(evaluator, row, name, line) for name in kept)
    return atoms.container("tuple", join(held), held)


def model_behind(interpreter: Interpreter, cls: ClassInfo) -> ClassInfo | None:
    """The model that a type or an input is made for: `@strawberry_django.type(Order, fields="__all__")`."""
    if "graphql model" not in cls.answers:
        cls.answers["graphql model"] = next(_decorated_with(interpreter, cls), None)
    found: ClassInfo | None = cls.answers["graphql model"]
    return found


def _decorated_with(interpreter: Interpreter, cls: ClassInfo) -> Iterator[ClassInfo]:
    index, evaluator = models(interpreter), interpreter.class_evaluator(cls, outside=True)
    for decorator in cls.node.decorators if cls.node is not None else ():
        for part in decorator.arguments[:1] if type(decorator) is CALL else ():
            yield from [
                atom.cls
                for atom in evaluator.evaluate(part)
                if isinstance(atom, ClassAtom) and index.is_model(atom.cls)
            ]
