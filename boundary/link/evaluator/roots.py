"""Where does evaluation start?  Module bodies, framework classes, entry points, then every function nobody called."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from boundary.link.definitions.wrappers import unwrapped
from boundary.link.domain.asking import known
from boundary.link.domain.values import BOTTOM, ClassAtom, Function, Instance, Wrapped, by_age
from boundary.link.evaluator.idle_loops import statements_that_run
from boundary.link.evaluator.objects import is_rows
from boundary.link.evaluator.registered import enter_registered
from boundary.link.evaluator.uncalled import Uncalled, callers_first, made_of
from boundary.link.frameworks.django.managers import QUERYSET, held_by
from boundary.link.frameworks.django.models import MANAGER
from boundary.link.frameworks.django.signals import UNCALLED
from boundary.link.frameworks.entry_points import enter, enter_class, enter_middleware, entry_methods
from boundary.link.syntax.kinds import ASSIGN, CALL, CLASS, EVALUATE, FUNCTION, NAME
from boundary.link.syntax.scopes import flat
from boundary.link.syntax.walking import nodes_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.syntax.scopes import Binding

WHERE_CLASSES_ARE_MADE: Final = frozenset({"__init_subclass__", "__init_subclass_with_meta__"})
"""What Python and graphene call for each class below: what these store in classes everything else meets, as it does
when a program runs."""
MOST_RECEIVERS: Final = 8
"""A method that only subclasses can run is evaluated for so many of them."""


def evaluate(interpreter: Interpreter, progress: Callable[[str], None]) -> None:
    """Evaluate the whole program."""
    project = [module for module in list(interpreter.program.modules.values()) if not module.library]
    progress("classes")
    noted = interpreter.faults.noted
    for bind in interpreter.frameworks.binds:
        with interpreter.faults.of_rule(bind):
            bind(interpreter)
    for cls in list(interpreter.program.classes):
        if not cls.library:
            with noted(cls.module.file, cls.node.line if cls.node else 1, cls.dotted):
                interpreter.classes.mro(cls)
    interpreter.classes.settle()
    for start in interpreter.frameworks.starts:
        with interpreter.faults.of_rule(start):
            start(interpreter)
    _enter_classes(interpreter, only="start")  # what is patched and connected there everything else meets
    progress("modules")
    for module in project:
        _declare(interpreter, module)
    for module in project:
        _run_body(interpreter, module)
    _enter_uncalled(interpreter, project, only=WHERE_CLASSES_ARE_MADE)
    interpreter.drain()
    progress("entry points")
    _enter_classes(interpreter)
    enter_middleware(interpreter)
    _enter_handed_over(interpreter, "tasks", "receiver functions")
    _drain(interpreter)
    progress("functions")
    enter_registered(interpreter, interpreter.bodies)
    _drain(interpreter)
    _enter_uncalled(interpreter, project)
    _drain(interpreter)
    _enter_handed_over(interpreter, "tasks")  # those that a function like `create_app` hands over
    _drain(interpreter)
    _enter_made_inside(interpreter)
    _drain(interpreter)
    _enter_by_themselves(interpreter, project)
    _drain(interpreter)


def _enter_uncalled(interpreter: Interpreter, project: list[ModuleInfo], *, only: frozenset[str] | None = None) -> None:
    """Evaluate the functions that nobody has called, or those of them alone that have one of these names."""
    uncalled = [one for module in project for one in _rest(interpreter, module) if only is None or one.name in only]
    for one in callers_first(uncalled, interpreter.bodies):
        with interpreter.faults.noted(one.file, one.statement.line, one.name):
            one.enter()


def _drain(interpreter: Interpreter) -> None:
    """Evaluate what there is to evaluate, then make the objects that nobody makes of which something was asked."""
    interpreter.drain()
    while interpreter.unmade.make_all():
        interpreter.drain()


def _enter_classes(interpreter: Interpreter, *, only: str = "") -> None:
    """Evaluate the methods that frameworks call, or those alone that are called before everything else."""
    for cls in [one for one in interpreter.program.classes if not one.library and one.closure is None]:
        with interpreter.faults.noted(cls.module.file, cls.node.line if cls.node else 1, cls.dotted):
            if not only or only in entry_methods(interpreter, cls).values():
                enter_class(interpreter, cls)


def _enter_handed_over(interpreter: Interpreter, *kinds: str) -> None:
    """Evaluate the functions that frameworks were told to call."""
    for kind in kinds:
        held = interpreter.frameworks.state.get(kind, {})
        for atom, name in list(held.items()):
            dotted = unwrapped(atom.function, atom.closure).dotted
            if atom.function.name == "__call__" and isinstance(atom.receiver, Instance):
                dotted = atom.receiver.cls.dotted  # a task of each class, though one above has what a call of it runs
            enter(interpreter, name, dotted, atom.alone, given=interpreter.frameworks.handed_to(interpreter, atom))


def _declare(interpreter: Interpreter, module: ModuleInfo) -> None:
    """Decorators of module-level functions and classes register them."""
    for name, bindings in list(module.bindings.items()):
        if name == "urlpatterns" or name.endswith("routes") or any(_is_decorated(one.statement) for one in bindings):
            line = getattr(bindings[0].statement, "line", 1)
            with interpreter.faults.noted(module.file, line, f"{module.name}.{name}"):
                interpreter.names.value(module, name)


def _is_decorated(statement: code.Node) -> bool:
    return (type(statement) is FUNCTION or type(statement) is CLASS) and bool(statement.decorators)


def _run_body(interpreter: Interpreter, module: ModuleInfo) -> None:
    """The statements at the top of a module that do something: connect, register, patch."""
    evaluator = interpreter.module_evaluator(module)
    what = f"a statement of {module.name}"
    for statement in statements_that_run(interpreter, module):
        if type(statement) is EVALUATE:
            with interpreter.faults.noted(module.file, statement.line, what):
                evaluator.execute(statement)  # type: ignore[attr-defined]
        elif type(statement) is ASSIGN and statement.value is not None:
            with interpreter.faults.noted(module.file, statement.line, what):
                _assign(interpreter, module, evaluator, statement)


def _assign(interpreter: Interpreter, module: ModuleInfo, evaluator: Evaluator, statement: code.Assign) -> None:
    """What an assignment at the top of a module registers or patches."""
    assert statement.value is not None  # noqa: S101 - annotations alone do nothing
    for target in statement.targets:
        if isinstance(target, (code.Attribute, code.Subscript)):
            evaluator.store(target, evaluator.evaluate(statement.value), statement.line)  # type: ignore[attr-defined]
        elif type(statement.value) is CALL and type(target) is NAME:
            interpreter.names.value(module, target.id)


def _rest(interpreter: Interpreter, module: ModuleInfo) -> Iterator[Uncalled]:
    """The functions and methods of a module, with what enters each where nobody has called it."""
    wrapping = _wrapping(module.bindings)
    for statement in module.statements:
        if type(statement) is FUNCTION:
            made = [interpreter.names.value(module, name) for name in wrapping.get(statement.name, ())]
            value = made_of(made) or interpreter.names.value(module, statement.name)
            yield Uncalled(statement.name, module.file, statement, partial(_run, interpreter, value, statement))
        elif type(statement) is CLASS:
            cls = interpreter.program.class_of(statement, module, None, None)
            yield from _methods(interpreter, cls)


def _wrapping(bindings: dict[str, list[Binding]]) -> dict[str, list[str]]:
    """The names that stand for what is made of functions beside them: `close = transaction.atomic(_close)`."""
    found: dict[str, list[str]] = {}
    for name, held in bindings.items():
        made = held[0].statement
        call = made.value if type(made) is ASSIGN else None
        first = call.arguments[0] if type(call) is CALL and call.arguments else None
        if type(first) is NAME and any(type(one.statement) is FUNCTION for one in bindings.get(first.id, ())):
            found.setdefault(first.id, []).append(name)
    return found


def _methods(interpreter: Interpreter, cls: ClassInfo) -> Iterator[Uncalled]:
    for name, bindings in cls.bindings.items():
        for binding in bindings:
            statement = binding.statement
            if type(statement) is CLASS:
                inner = interpreter.program.class_of(statement, cls.module, cls.closure, cls)
                if name != "Meta":
                    yield from _methods(interpreter, inner)
            elif type(statement) is FUNCTION:
                yield Uncalled(
                    name, cls.module.file, statement, partial(_run_method, interpreter, cls, name, statement)
                )


def _run_method(interpreter: Interpreter, cls: ClassInfo, name: str, statement: code.Function) -> None:
    """Evaluate a method that nothing has called, on the class itself or on the classes below it."""
    holders = [cls]
    below = [one for one in interpreter.classes.below(cls) if not one.library]
    if below and cls.data.get("instantiated") is None:
        leaves = [one for one in below if not one.subclasses]
        if 0 < len(leaves) <= MOST_RECEIVERS:
            holders = leaves
    value = made_of(_instead(interpreter, cls, name)) or interpreter.classes.own(cls, name)
    bound = [
        atom
        for holder in holders
        for atom in _receivers(interpreter, value, holder, exact=not below or holder is not cls)
    ]
    uncalled = [atom for atom in bound if not _called(atom)]  # before the first of them is evaluated
    for atom in uncalled:
        _enter(interpreter, atom)
    if not uncalled:
        _run(interpreter, frozenset(bound) or value, statement)


def _instead(interpreter: Interpreter, cls: ClassInfo, name: str) -> Iterator[Value]:
    """What a class has been given in place of a method, and under the names that stand for what is made of it."""
    if name in interpreter.class_names:
        yield interpreter.stored(("class", cls, name))
    for other in _wrapping(cls.bindings).get(name, ()):
        yield interpreter.classes.own(cls, other)


def _receivers(interpreter: Interpreter, value: Value, cls: ClassInfo, *, exact: bool) -> list[Function]:
    """The functions behind a class attribute, bound as a call on the class or an instance would bind them."""
    found: list[Function] = []
    instances = _instances(interpreter, cls, exact=exact)
    (as_class,) = interpreter.atoms.class_(cls)
    for atom in value:
        inner: Value = atom.alone
        holders: list[Atom | None] = [*instances]
        if isinstance(atom, Wrapped):
            if atom.kind == "staticmethod":
                holders = [None]
            elif atom.kind == "classmethod":
                holders = [as_class]
            inner = atom.inner if not isinstance(atom.extra, Function) else atom.inner | {atom.extra}
        for one in inner:
            if not isinstance(one, Function):
                continue
            for holder in holders:
                bound = interpreter.atoms.function(one.function, one.receiver or holder, one.closure, one.traits)
                found.extend(bound)  # type: ignore[arg-type]
    return found


def _instances(interpreter: Interpreter, cls: ClassInfo, *, exact: bool) -> list[Atom]:
    """The objects that a method of a class may run on: a manager or queryset works for each model that holds it."""
    held = held_by(interpreter, cls) if interpreter.classes.above(cls) & {MANAGER, QUERYSET} else []
    if 0 < len(held) <= MOST_RECEIVERS:
        return [atom for model in held for atom in interpreter.atoms.instance(cls, model=model)]
    return list(interpreter.atoms.instance(cls, exact=exact))


def _run(interpreter: Interpreter, value: frozenset[object], statement: code.Function) -> None:
    """Evaluate a function with unknown arguments, unless somebody has called it."""
    if any(isinstance(atom, Instance) for atom in value):  # a decorator keeps it in an object of its own
        _original(interpreter, statement)
    for atom in value:
        if isinstance(atom, Function) and not _called(atom):
            _enter(interpreter, atom)
        elif isinstance(atom, Function) and atom.function.node is not statement:
            _original(interpreter, statement)


def _enter_made_inside(interpreter: Interpreter) -> None:
    """Evaluate what functions make and hand out, where nobody was seen to call it: handlers, views of a factory."""
    done = 0
    while done < len(interpreter.contexts):  # what is entered may make others
        new, done = interpreter.contexts[done:], len(interpreter.contexts)
        for left in [one for context in new for one in _left(interpreter, context)]:
            with interpreter.faults.noted(left.function.module.file, left.function.node.line, left.function.dotted):
                _enter(interpreter, left)
        interpreter.drain()
    for cls in [one for one in interpreter.program.classes if one.closure is not None and not one.library]:
        with interpreter.faults.noted(cls.module.file, cls.node.line if cls.node else 1, cls.dotted):
            enter_class(interpreter, cls)
            for one in callers_first(list(_methods(interpreter, cls)), interpreter.bodies):
                one.enter()


def _left(interpreter: Interpreter, context: Context) -> list[Function]:
    """The functions that a context made and used, and that nobody has called.

    One that it does not mention again is dead, unless a decorator keeps it; and a decorator that decorates nothing
    makes wrappers of nothing.
    """
    outer = context.function
    if outer is None or outer.library or not outer.makes or type(outer.node) is not FUNCTION:
        return []
    names = interpreter.bodies.names(outer.node)
    held = [one for one in flat(outer.node.body) if type(one) is FUNCTION and (one.decorators or one.name in names)]
    made = [atom for one in held for atom in by_age(context.env.get(one.name, BOTTOM)) if isinstance(atom, Function)]
    unknown = {name for name, value in context.arguments.items() if not known(value)}
    return [
        one
        for one in made
        if one.closure is context and not one.function.contexts and not _calls(one.function, unknown)
    ]


def _calls(function: FunctionInfo, names: set[str]) -> bool:
    """Whether a function calls one of some variables."""
    called = [one.function for one in nodes_in(function.body) if type(one) is CALL] if names else []
    return any(type(one) is NAME and one.id in names for one in called)


def _enter_by_themselves(interpreter: Interpreter, project: list[ModuleInfo]) -> None:
    """Evaluate what a decorator of the project puts into a transaction, where all that calls it is in one already.

    `@transactional` opens none for who hands over a session; whoever calls the function without one may come later.
    """
    openers = {id(one.function) for one in interpreter.contexts if one.closure is not None and _opens(one)}
    for module in project if openers else ():
        for statement in module.statements:
            held: list[Function] = []
            if type(statement) is FUNCTION and statement.decorators:
                value = interpreter.names.value(module, statement.name)
                held = [atom for atom in by_age(value) if isinstance(atom, Function)]
            elif type(statement) is CLASS:
                cls = interpreter.program.class_of(statement, module, None, None)
                for name, bindings in cls.bindings.items():
                    if any(_is_decorated(one.statement) for one in bindings):
                        held += _receivers(interpreter, interpreter.classes.own(cls, name), cls, exact=False)
            for atom in held:
                if atom.closure is not None and id(atom.function) in openers:
                    contexts = atom.function.contexts.values()
                    if not any(one.closure is atom.closure and _opens(one) for one in contexts):
                        _enter(interpreter, atom)


def _opens(context: Context) -> bool:
    """Whether a context begins or ends a transaction of its own."""
    return not context.library and (bool(context.flow.ends) or any(one.durable for one in context.regions))


def _enter(interpreter: Interpreter, atom: Function) -> None:
    if not atom.function.native:
        interpreter.frameworks.state.setdefault(UNCALLED, set()).add(atom.function)
        context = interpreter.calls.root_context(atom, interpreter.frameworks.handed_to(interpreter, atom))
        context.root = True
        interpreter.demand(context, None)


def _called(atom: Function) -> bool:
    """Whether a function has been evaluated; one that a decorator made, for what it was made of.

    A method of managers or querysets has been where it was on rows of some model.
    """
    if atom.closure is None:
        if is_rows(atom.receiver):
            return any(is_rows(context.receiver) for context in atom.function.contexts.values())
        return bool(atom.function.contexts)
    return any(context.closure is atom.closure for context in atom.function.contexts.values())


def _original(interpreter: Interpreter, statement: code.Function) -> None:
    """The function behind a wrapper that never called it, as far as the analysis saw."""
    for function in interpreter.program.functions_of(statement):
        if not function.contexts and not function.native:
            receiver = None
            if function.cls is not None and function.parameters and function.parameters[0].name in {"self", "cls"}:
                make = interpreter.atoms.class_ if function.parameters[0].name == "cls" else interpreter.atoms.instance
                (receiver,) = make(function.cls)
            (bound,) = interpreter.atoms.function(function, receiver)
            assert isinstance(bound, Function)  # noqa: S101 - just made
            context = interpreter.calls.root_context(bound)
            context.root = True
            interpreter.demand(context, None)


__all__ = ["ClassAtom", "Instance", "evaluate"]
