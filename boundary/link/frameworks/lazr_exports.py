"""Which methods do clients of a web service made with lazr.restful call?  Those that an interface exports.

    class IOrder(Interface):
        @export_write_operation()
        @operation_for_version("beta")
        def pay(total): ...

They are called on objects whose classes implement the interface, each call in a transaction of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_points import enter
from boundary.link.frameworks.zope_components import INTERFACE, implementing
from boundary.link.kinds import CALL, FUNCTION
from boundary.link.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo

EXPORTS: Final = frozenset(
    {
        *("export_write_operation", "export_read_operation", "export_factory_operation"),
        *("export_destructor_operation", "export_operation_as"),
    }
)
ENTERED: Final = "exported methods"


def start(interpreter: Interpreter) -> None:
    """Every request is a transaction."""
    interpreter.frameworks.state["transaction per request"] = True


def finish(interpreter: Interpreter) -> bool:
    """Enter what is exported, once the bodies of all modules have been seen."""
    state = interpreter.frameworks.state
    if state.get(ENTERED):
        return False
    state[ENTERED] = True
    for interface in list(interpreter.program.classes):
        names = list(dict.fromkeys(_exported(interface))) if not interface.library else []
        if names and interpreter.classes.is_subclass(interface, INTERFACE):
            for cls in implementing(interpreter, interface):
                for name in names:
                    _enter(interpreter, interface, cls, name)
    return True


def _exported(interface: ClassInfo) -> Iterator[str]:
    for name, bindings in interface.bindings.items():
        statement = bindings[-1].statement
        for decorator in statement.decorators if type(statement) is FUNCTION else ():
            if type(decorator) is CALL and last_name(decorator.function) in EXPORTS:
                yield name


def _enter(interpreter: Interpreter, interface: ClassInfo, cls: ClassInfo, name: str) -> None:
    if cls.library or interpreter.classes.lookup(cls, name)[0] is None:
        return
    evaluator = interpreter.module_evaluator(cls.module)
    method = interpreter.attributes.get(evaluator, interpreter.atoms.instance(cls, exact=False), name, 0)
    enter(interpreter, "rpc", f"{interface.name}.{name}", method)


NEEDS: Final = ("lazr",)
