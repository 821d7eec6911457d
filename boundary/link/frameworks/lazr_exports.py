"""Which methods do clients of a web service made with lazr.restful call?  Those that an interface exports.

    class IOrder(Interface):
        @export_write_operation()
        @operation_for_version("beta")
        def pay(total): ...

They are called on objects whose classes implement the interface, each call in a transaction of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_points import enter, is_first
from boundary.link.frameworks.zope.components import INTERFACE, implementing
from boundary.link.syntax.walking import methods_decorated

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter

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
    if not is_first(interpreter, ENTERED):
        return False
    for interface in list(interpreter.program.classes):
        names = methods_decorated(interface, EXPORTS) if not interface.library else []
        if names and interpreter.classes.is_subclass(interface, INTERFACE):
            for cls in implementing(interpreter, interface):
                for name in names:
                    _enter(interpreter, interface, cls, name)
    return True


def _enter(interpreter: Interpreter, interface: ClassInfo, cls: ClassInfo, name: str) -> None:
    if cls.library or interpreter.classes.lookup(cls, name)[0] is None:
        return
    evaluator = interpreter.module_evaluator(cls.module)
    method = interpreter.attributes.get(evaluator, interpreter.atoms.instance(cls, exact=False), name, 0)
    enter(interpreter, "rpc", f"{interface.name}.{name}", method)


NEEDS: Final = ("lazr",)
