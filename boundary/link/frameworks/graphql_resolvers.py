"""Which functions answer GraphQL?  Resolvers of Strawberry, beside or in its types, and those that Ariadne is told.

What a resolver is asked of is no object of its type: it is the row that the type is made for
(`@strawberry_django.type(Order)`), or what other resolvers return that promise the type (`-> list[OrderType]`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.annotations import promised_classes
from boundary.link.definitions.record_classes import DESCRIBED
from boundary.link.definitions.wrappers import unwrapped
from boundary.link.domain.values import BOTTOM, UNKNOWN, Container, Function, Instance, by_age
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.entry_functions import NOWHERE, decorator, direct, functions_in, register
from boundary.link.frameworks.record_fields import field
from boundary.link.frameworks.strawberry_mutations import model_behind
from boundary.link.members import containers
from boundary.link.syntax.kinds import ASSIGN, CALL, FUNCTION
from boundary.link.syntax.walking import decorators_of, first_name, last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.execution import Executor
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

MADE: Final = frozenset({"field", "mutation", "subscription", "connection"})
STRAWBERRIES: Final = ("strawberry", "strawberry.django", "strawberry_django", "strawberry_django_plus.gql")
TYPES: Final = {"MutationType": "mutation", "QueryType": "route", "ObjectType": "route", "InterfaceType": "route"}
"""Ariadne's types, and what their fields are."""
RESOLVES: Final = "answers GraphQL"
SURROUNDING: Final = ("resolve", "resolve_async")
ASKED: Final = ("root", "parent")
"""The parameters that are handed what a resolver is asked of, beside `self`."""
DEFAULTS: Final = frozenset({"default", "default_factory"})


def start(interpreter: Interpreter) -> None:
    """A field that a class body is assigned (`count: int = strawberry.field(resolver=counted)`) is made with it."""
    if not interpreter.frameworks.imports("strawberry"):
        return
    for cls in list(interpreter.program.classes):
        if cls.library or cls.closure is not None:
            continue
        for name, bindings in cls.bindings.items():
            written = [one.statement.value for one in bindings if type(one.statement) is ASSIGN]
            if any(type(one) is CALL and last_name(one.function) in MADE for one in written):
                interpreter.classes.own(cls, name)


def resolved(kind: str) -> Handler:
    """`@strawberry.mutation`, `@strawberry.field(description="...")`, `strawberry.field(resolver=orders)`."""

    def handler(call: NativeCall) -> Value:
        given = call.arguments.get(0, "resolver") or BOTTOM
        if any(functions_in(given)):
            register(call.interpreter, kind, "", _of_rows(call.interpreter, given, call.evaluator.scope), (RESOLVES,))
            return given
        if not DEFAULTS.isdisjoint(call.arguments.keywords):  # of an input, which may say something else
            return field(call)
        return call.atoms.native(DESCRIBED, (kind, call.arguments.keywords.get("extensions", BOTTOM)))

    return handler


def decorated(call: NativeCall) -> Value:
    """The method below `@strawberry.field(...)`."""
    kind, extensions = call.receiver
    register(call.interpreter, kind, "", _of_rows(call.interpreter, call.first), (RESOLVES,))
    for one in containers.members(extensions) or ():
        _surround(call, one)
    return call.first


def _surround(call: NativeCall, extension: Value) -> None:
    """`extensions=[InTransaction()]`: what a resolver does is done where the extension calls the next one."""
    for atom in by_age(extension):
        if not isinstance(atom, Instance) or atom.cls.library:
            continue
        for name in (one for one in SURROUNDING if call.interpreter.classes.lookup(atom.cls, one)[0] is not None):
            method = call.interpreter.attributes.get(call.evaluator, atom.alone, name, call.line)
            for function in functions_in(_of_rows(call.interpreter, call.first)):
                cls, row = unwrapped(function.function, function.closure).cls, function.receiver
                source = (
                    row.alone if row is not None else UNKNOWN if cls is None else call.atoms.instance(cls, exact=False)
                )
                bare = call.atoms.function(function.function, None, function.closure, function.traits)
                call.interpreter.calls.deferred(call.evaluator, method, Arguments((bare, source, UNKNOWN)), call.line)


def _of_rows(interpreter: Interpreter, value: Value, holder: ClassInfo | None = None) -> Value:
    """Resolvers of a type that is made for a model are asked of its rows; `holder` is where a function is put."""
    found: set[Atom] = set()
    for atom in value:
        cls = unwrapped(atom.function, atom.closure).cls if isinstance(atom, Function) else None
        if isinstance(atom, Function) and cls is None and _is_asked_of_something(atom):
            cls = holder
        model = model_behind(interpreter, cls) if cls is not None else None
        if isinstance(atom, Function) and atom.receiver is None and model is not None:
            (row,) = interpreter.atoms.instance(model, exact=False)
            found |= interpreter.atoms.function(atom.function, row, atom.closure, atom.traits)
        else:
            found.add(atom)
    return frozenset(found)


def _is_asked_of_something(atom: Function) -> bool:
    """Whether a function takes what it is asked of first: `def resolver(root, info)`."""
    parameters = atom.function.parameters
    return bool(parameters) and parameters[0].name in {"self", *ASKED}


def handed_to(interpreter: Interpreter, atom: Function) -> dict[str, Value] | None:
    """`def lines(self, root)`: the row, where `self` is one."""
    if (RESOLVES,) not in atom.traits or not isinstance(atom.receiver, Instance):
        return None
    if not models(interpreter).is_model(atom.receiver.cls):
        return None
    bare = [one.name for one in atom.function.parameters if one.annotation is None and one.name in ASKED]
    return dict.fromkeys(bare, atom.receiver.alone) or None


def answered(executor: Executor, held: tuple[object, ...], value: Value, line: int) -> None:
    """A resolver returns rows: those of the type that it promises are asked of them."""
    del line
    function = executor.context.function
    if held[0] != RESOLVES or function is None or type(function.node) is not FUNCTION:
        return
    rows = dict.fromkeys(_rows(executor.interpreter, value))
    if not rows or function.node.returns is None:
        return
    for cls in _types(executor.interpreter.annotations.at_top(executor.module, function.node.returns)):
        for row in rows if model_behind(executor.interpreter, cls) is None else ():
            _ask(executor, cls, row)


def _rows(interpreter: Interpreter, value: Value) -> Iterator[ClassInfo]:
    """The models of the rows that a value is or holds."""
    for atom in by_age(value):
        if isinstance(atom, Container):
            yield from _rows(interpreter, atom.element)
        elif isinstance(atom, Instance):
            cls = atom.model or atom.cls
            if models(interpreter).is_model(cls):
                yield cls


def _types(promised: Value) -> Iterator[ClassInfo]:
    """The types of Strawberry in what an annotation promises."""
    for cls in promised_classes(promised):
        if any(first_name(one).startswith("strawberry") for one in decorators_of(cls)):
            yield cls


def _ask(executor: Executor, cls: ClassInfo, model: ClassInfo) -> None:
    """The resolvers of a type are asked of a row, each by itself (once for each type and model)."""
    interpreter = executor.interpreter
    asked: set[tuple[ClassInfo, ClassInfo]] = interpreter.frameworks.state.setdefault("types and rows", set())
    if (cls, model) in asked:
        return
    asked.add((cls, model))
    (row,) = interpreter.atoms.instance(model, exact=False)
    for owner in interpreter.classes.mro(cls):
        for name, bindings in list(owner.bindings.items()):
            if not any(_is_resolver(one.statement) for one in bindings):
                continue
            for atom in functions_in(interpreter.classes.own(owner, name)):
                if unwrapped(atom.function, atom.closure).cls is None and not _is_asked_of_something(atom):
                    continue
                (bound,) = interpreter.atoms.function(atom.function, row, atom.closure, atom.traits | {(RESOLVES,)})
                context = interpreter.calls.root_context(bound, handed_to(interpreter, bound))  # type: ignore[arg-type]
                context.root = True
                interpreter.demand(context, executor.context)


def _is_resolver(statement: code.Node) -> bool:
    """Whether a statement of a type is a method below `@strawberry.field`, or a field with a function of its own."""
    if type(statement) is ASSIGN:
        return type(statement.value) is CALL and last_name(statement.value.function) in MADE
    decorators = statement.decorators if type(statement) is FUNCTION else ()
    return any(last_name(one.function if type(one) is CALL else one) in MADE for one in decorators)


NATIVES: Final[dict[str, Handler]] = {
    DESCRIBED: decorated,
    **{f"{one}.mutation": resolved("mutation") for one in STRAWBERRIES},
    **{f"{one}.{name}": resolved("route") for one in STRAWBERRIES for name in MADE - {"mutation"}},
    **{f"ariadne.{name}().field": decorator(kind, at=NOWHERE) for name, kind in TYPES.items()},
    **{f"ariadne.{name}().set_field": direct(kind, at=1, name="resolver") for name, kind in TYPES.items()},
    "ariadne.SubscriptionType().source": decorator("route", at=NOWHERE),
    "ariadne.SubscriptionType().field": decorator("route", at=NOWHERE),
}
