"""Where do CherryPy and TurboGears call in?  What controllers expose: `@cherrypy.expose`, `@expose("json")`.

In CherryPy a method may be exposed by its attribute (`index.exposed = True`), and a class of which each method of HTTP
is one of Python by its own (`exposed = True`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import NOWHERE, decorator, register
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

VERBS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
EXPOSED: Final = "exposed"


def start(interpreter: Interpreter) -> None:
    """Find what classes expose by attributes."""
    if not interpreter.frameworks.imports("cherrypy"):
        return
    for cls in list(interpreter.program.classes):
        if not cls.library and cls.closure is None and cls.node is not None:
            for name in dict.fromkeys(_exposed(cls)):
                register(interpreter, "route", "", interpreter.classes.own(cls, name))


def _exposed(cls: ClassInfo) -> Iterator[str]:
    for statement in cls.node.body if cls.node is not None else ():
        match statement:
            case code.Assign(
                targets=[code.Attribute(value=code.Name(id=name), name="exposed")], value=code.Constant(value=True)
            ):
                yield name
            case code.Assign(targets=[code.Name(id="exposed")], value=code.Constant(value=True)):
                yield from (verb for verb in VERBS if verb in cls.bindings)


def exposed(call: NativeCall) -> Value:
    """`@cherrypy.expose` on a method, or on a class with methods of HTTP."""
    for atom in call.first:
        cls = getattr(atom, "cls", None)
        if cls is not None and getattr(atom, "function", None) is None:
            for verb in VERBS:
                register(call.interpreter, "route", "", call.interpreter.classes.own(cls, verb))
            return call.first
    return decorator("route", at=NOWHERE)(call) or call.first


NATIVES: Final[dict[str, Handler]] = {
    "cherrypy.expose": exposed,
    "tg.expose": decorator("route", at=NOWHERE),
    "turbogears.expose": decorator("route", at=NOWHERE),
    "turbogears.controllers.expose": decorator("route", at=NOWHERE),
    "tg.decorators.expose": decorator("route", at=NOWHERE),
}
