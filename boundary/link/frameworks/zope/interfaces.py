"""Which classes implement an interface?  Those that say so (`@implementer(IOrders)`), and those of which ZCML does.

    <class class="shop.stores.Store"><implements interface=".interfaces.IStore" /></class>

Classes of libraries are among them where a project's ZCML, or what is known of the library, says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import ClassAtom
from boundary.link.frameworks.naming import name_of
from boundary.link.frameworks.zope.zcml import said
from boundary.link.syntax.kinds import CALL
from boundary.link.syntax.walking import decorators_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

MOST_IMPLEMENTERS: Final = 4
"""What more classes than this implement is not known to be any of them."""


def implementers(interpreter: Interpreter) -> dict[ClassInfo, list[ClassInfo]]:
    """The classes that implement each interface."""
    held: dict[ClassInfo, list[ClassInfo]] | None = interpreter.frameworks.state.get("implementers")
    if held is None:
        held = interpreter.frameworks.state["implementers"] = {}
        for interface, cls in (*_in_code(interpreter), *_in_zcml(interpreter)):
            held.setdefault(interface, []).append(cls)
    return held


def implemented(interpreter: Interpreter, cls: ClassInfo) -> frozenset[ClassInfo]:
    """The interfaces that objects of a class provide, by its own word or that of a class above it."""
    held: dict[ClassInfo, list[ClassInfo]] | None = interpreter.frameworks.state.get("implemented")
    if held is None:
        held = interpreter.frameworks.state["implemented"] = {}
        for interface, classes in implementers(interpreter).items():
            for one in classes:
                held.setdefault(one, []).append(interface)
    mro = interpreter.classes.mro
    return frozenset(above for one in mro(cls) for interface in held.get(one, ()) for above in mro(interface))


def _in_code(interpreter: Interpreter) -> Iterator[tuple[ClassInfo, ClassInfo]]:
    for cls in list(interpreter.program.classes):
        if cls.node is None or not any(_implements(each) for each in decorators_of(cls)):
            continue
        evaluator = interpreter.class_evaluator(cls, outside=True)
        for one in cls.node.decorators:
            for argument in one.arguments if type(one) is CALL else ():
                for atom in evaluator.evaluate(argument):
                    if isinstance(atom, ClassAtom):
                        yield atom.cls, cls


def _in_zcml(interpreter: Interpreter) -> Iterator[tuple[ClassInfo, ClassInfo]]:
    for one in said(interpreter, "implements"):
        for interface in one.classes("interface"):
            for cls in one.classes("class"):
                if interface is not None and cls is not None:
                    yield interface, cls


def _implements(decorator: code.Expression) -> bool:
    return name_of(decorator) == "implementer"
