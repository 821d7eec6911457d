"""Where does grpc call in?  The public methods of a servicer, whose base `protoc` generates from the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import register
from boundary.link.frameworks.falcon_routes import methods_of
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from boundary.link.evaluator.interpreter import Interpreter

SERVICER: Final = "Servicer"


def start(interpreter: Interpreter) -> None:
    """`class Orders(orders_pb2_grpc.OrdersServicer)`."""
    if not interpreter.frameworks.imports("grpc"):
        return
    for cls in list(interpreter.program.classes):
        if cls.library or cls.closure is not None or cls.node is None:
            continue
        if any(last_name(base).endswith(SERVICER) for base in cls.node.bases):
            for name in methods_of(cls):
                if not name.startswith("_"):
                    register(interpreter, "route", "", interpreter.classes.own(cls, name))
