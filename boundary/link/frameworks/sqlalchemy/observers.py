"""Which methods of a mapped class run while its rows are written?  Those that SQLAlchemy-Utils calls: `@observes`.

`@observes("lines.price")` runs the method before a flush in which what it names has changed; here, whenever an object
of the class is written. It is given what the paths lead to, which is loaded for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, Instance
from boundary.link.frameworks.naming import name_of
from boundary.link.frameworks.skeletons import decorators_of
from boundary.link.frameworks.sqlalchemy.events import Listener, listeners
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.rows import COLLECTION
from boundary.link.syntax.kinds import CALL, CONSTANT, FUNCTION

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

PACKAGE: Final = "sqlalchemy_utils"


def start(interpreter: Interpreter) -> None:
    """Find the methods that observe."""
    if not interpreter.frameworks.imports(PACKAGE):
        return
    for mapping in list(mappings(interpreter).by_class.values()):
        for owner in interpreter.classes.mro(mapping.cls):
            if owner.library or (owner is not mapping.cls and mappings(interpreter).by_class.get(owner) is not None):
                continue
            for name in observing(owner):
                native = interpreter.atoms.native(f"{PACKAGE}.observed", (name, paths(owner, name)))
                for event in ("before_insert", "before_update"):
                    held = listeners(interpreter).setdefault(event, [])
                    held.append(Listener(mapping.cls, None, native, everyone=False))


def observing(cls: ClassInfo) -> list[str]:
    """The methods in a class body that carry `@observes(...)`."""
    return [
        name
        for name, bindings in cls.bindings.items()
        if any(name_of(one) == "observes" for one in decorators_of(bindings))
    ]


def paths(cls: ClassInfo, name: str) -> tuple[str, ...]:
    """The paths that a method observes, where they are written out."""
    return tuple(
        argument.value
        for binding in cls.bindings[name]
        if type(binding.statement) is FUNCTION
        for decorator in binding.statement.decorators
        if type(decorator) is CALL
        for argument in decorator.arguments
        if type(argument) is CONSTANT and isinstance(argument.value, str)
    )


def observed(call: NativeCall) -> Value:
    """A row is about to be written: the method runs, with what it observes."""
    target = call.arguments.get(2, "target") or BOTTOM
    name, observes = call.receiver
    given = tuple(led_to(call, target, path) for path in observes)
    call.interpreter.objects.method(call.evaluator, target, name, call.line, Arguments(given))
    return call.atoms.none


def led_to(call: NativeCall, target: Value, path: str) -> Value:
    """What a path leads to from a row, step by step; of a collection, what its members lead to."""
    first, *rest = path.split(".")
    found = call.interpreter.attributes.get(call.evaluator, target, first, call.line)
    for name in rest:
        several = frozenset(one for one in found if isinstance(one, Instance) and one.cls.dotted == COLLECTION)
        members = call.interpreter.items.iterate(call.evaluator, several, call.line) if several else BOTTOM
        found = call.interpreter.attributes.get(call.evaluator, join([found - several, members]), name, call.line)
    return found


NATIVES: Final[dict[str, Handler]] = {f"{PACKAGE}.observed": observed}
