"""Which classes does a framework make that the linker does not understand?  Those that only a registration names.

`router.register("orders", OrderViewSet)` at the top of a module, a class named in the settings, one that its metaclass
finds: no function and no class body mentions it, nothing was seen to make an object of it, and yet its methods run.
They are entered on the class itself, so that what it inherits works on its own model, not on those of its siblings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.values import Function, Instance
from boundary.link.evaluator.objects import is_exception
from boundary.link.evaluator.uncalled import Uncalled, callers_first, made_of
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.rest_framework.actions import answering
from boundary.link.syntax.bodies import mentioned
from boundary.link.syntax.kinds import CLASS, FUNCTION
from boundary.link.syntax.scopes import flat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.syntax.bodies import Bodies
    from boundary.model import code


def enter_registered(interpreter: Interpreter, bodies: Bodies) -> None:
    """Evaluate the public methods, inherited ones too, of every class that only a registration names."""
    named = names_in_code(interpreter, bodies)
    for cls in list(interpreter.program.classes):
        if cls.name not in named and not cls.data.get("instantiated") and _stands_alone(interpreter, cls):
            _enter(interpreter, cls, bodies)


def names_in_code(interpreter: Interpreter, bodies: Bodies) -> set[str]:
    """The names that functions and class bodies of the project mention; what a class extends is not among them."""
    found: set[str] = set()
    for module in interpreter.program.modules.values():
        if not module.library:
            for statement in module.statements:
                _collect(statement, bodies, found)
    return found


def _collect(statement: code.Statement, bodies: Bodies, into: set[str]) -> None:
    if type(statement) is FUNCTION:
        into.update(bodies.names(statement))
    elif type(statement) is CLASS:
        for inner in flat(statement.body):
            if type(inner) is FUNCTION or type(inner) is CLASS:
                _collect(inner, bodies, into)
            else:
                into.update(mentioned([inner]))


def _stands_alone(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a class is a leaf that inherits behaviour of the project, and neither a row nor an exception."""
    if cls.library or cls.closure is not None or cls.outer is not None or cls.subclasses:
        return False
    inherits = any(not base.library for base in interpreter.classes.mro(cls)[1:])
    return inherits and not models(interpreter).is_model(cls) and not is_exception(cls)


def _enter(interpreter: Interpreter, cls: ClassInfo, bodies: Bodies) -> None:
    value = interpreter.atoms.instance(cls)
    (receiver,) = value
    if "entered" not in cls.data:
        evaluator = interpreter.module_evaluator(cls.module)
        interpreter.objects.construct(evaluator, value, NO_ARGUMENTS, 0)
    for one in callers_first(list(_methods(interpreter, cls)), bodies):
        held = interpreter.classes.lookup(cls, one.name)[1]
        for atom in made_of([held]) or held:
            if not isinstance(atom, Function) or atom.function.native:
                continue
            if _has_run(atom, receiver, cls):
                continue
            (bound,) = interpreter.atoms.function(atom.function, receiver, atom.closure, atom.traits)
            assert isinstance(bound, Function)  # noqa: S101 - just made
            context = interpreter.calls.root_context(bound, interpreter.frameworks.handed_to(interpreter, bound))
            context.root = True
            interpreter.demand(context, None)


def _has_run(atom: Function, receiver: Atom, cls: ClassInfo) -> bool:
    """Whether a method has been evaluated on an object, or on one of its class while that answers with an action."""
    for context in atom.function.contexts.values():
        held = context.receiver
        if held is receiver or (isinstance(held, Instance) and answering(held) and held.cls is cls):
            return True
    return False


def _methods(interpreter: Interpreter, cls: ClassInfo) -> Iterable[Uncalled]:
    found: dict[str, Uncalled] = {}
    for owner in interpreter.classes.mro(cls):
        for name, bindings in owner.bindings.items() if not owner.library else ():
            for binding in bindings:
                if type(binding.statement) is FUNCTION and not name.startswith("_"):
                    found.setdefault(name, Uncalled(name, "", binding.statement, lambda: None))
    return found.values()
