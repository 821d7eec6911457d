"""How much do the parameters of a function matter?  What keeps its callers apart: objects, constants, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.symbols import flat
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.symbols import FunctionInfo, Program

ANYTHING, OBJECTS, CONSTANTS = 0, 1, 2
"""How much a parameter matters: not at all, as an object, or down to its constant."""
DISPATCHERS = frozenset(
    {"getattr", "setattr", "hasattr", "get_model", "get_class", "get_classes", "import_string", "import_module",
     "execute", "__call_matching__", "get_field", "isinstance", "issubclass", "type", "filter", "load_class"}
)  # fmt: skip
LOOKUPS = frozenset({"getattr", "get_model", "get_class", "get_classes", "import_string", "import_module"})
FEW = 2


def weigh(function: FunctionInfo, dispatching: frozenset[str] = frozenset()) -> dict[str, int]:
    """How much each parameter of a function matters to what it does (computed once).

    `dispatching` names the project's own functions that look something up by a constant.
    """
    if function.matters or not function.parameters:
        return function.matters
    names = {parameter.name for parameter in function.parameters}
    weights = dict.fromkeys(names, ANYTHING)
    _Weigher(weights, dispatching).block(function.body)
    function.matters = weights
    return weights


def dispatching_functions(program: Program) -> frozenset[str]:
    """The names of functions that use a parameter as a key, an attribute's name or a piece of a string.

    Only names that few functions share: a common one would keep apart what nothing tells apart. Found to a fixed
    point, since a function that hands its parameter on to one of these is one of them.
    """
    functions: dict[str, list[code.Function]] = {}
    for module in program.modules.values():
        if not module.library:
            _collect(module.body, functions)
    uses = {
        name: [_key_uses(one) for one in held]
        for name, held in functions.items()
        if len(held) <= FEW and name not in DISPATCHERS
    }
    found = {name for name, held in uses.items() if any(direct for direct, _ in held)}
    found |= LOOKUPS
    while True:
        more = {
            name for name, held in uses.items() if name not in found and any(not found.isdisjoint(to) for _, to in held)
        }
        if not more:
            return frozenset(found)
        found |= more


def _collect(body: list[code.Statement], into: dict[str, list[code.Function]]) -> None:
    for statement in flat(body):
        if isinstance(statement, code.Function):
            into.setdefault(statement.name, []).append(statement)
        elif isinstance(statement, code.Class):
            _collect(statement.body, into)


def _key_uses(function: code.Function) -> tuple[bool, set[str]]:
    """Whether a parameter is used as a subscript, and the names of the functions that it is handed to."""
    names = {parameter.name for parameter in function.parameters} - {"self", "cls"}
    callees: set[str] = set()
    if not names:
        return False, callees
    direct = False
    stack: list[object] = list(function.body)
    while stack:
        node = stack.pop()
        kind = node.__class__
        if kind is list:
            stack.extend(node)  # type: ignore[arg-type]
            continue
        children = CHILDREN.get(kind)
        if not children:
            continue
        if kind is code.Subscript:
            direct = direct or _mentions(node.index, names)  # type: ignore[attr-defined]
        elif kind is code.Call:
            callee = node.function  # type: ignore[attr-defined]
            name = callee.id if callee.__class__ is code.Name else getattr(callee, "name", None)
            if name is not None and any(_mentions(one, names) for one in node.arguments):  # type: ignore[attr-defined]
                callees.add(name)
        for child in children:
            stack.append(getattr(node, child))  # noqa: PERF401 - a list per node would cost more
    return direct, callees


def _mentions(node: code.Expression, names: set[str]) -> bool:
    if isinstance(node, code.Name):
        return node.id in names
    return isinstance(node, code.Display) and any(_mentions(item, names) for item in node.items)


PLAIN = frozenset({"line", "end_line", "first_line", "name", "id", "kind", "qualname", "operator", "is_async",
                   "is_generator", "delegates", "level", "module", "bound", "names"})  # fmt: skip
CHILDREN: dict[type, tuple[str, ...]] = {
    kind: tuple(name for name in kind.__struct_fields__ if name not in PLAIN)
    for kind in vars(code).values()
    if isinstance(kind, type) and issubclass(kind, code.Node) and kind not in {code.Node, code.Name, code.Constant}
}
"""For each kind of node, the fields that may hold other nodes."""


class _Weigher:
    """Walks a body and marks the parameters that it uses: as objects, or as constants where a branch or a name asks."""

    def __init__(self, weights: dict[str, int], dispatching: frozenset[str] = frozenset()) -> None:
        self.weights = weights
        self.dispatching = dispatching

    def mark(self, node: object, weight: int) -> None:
        if isinstance(node, code.Name):
            if node.id in self.weights and self.weights[node.id] < weight:
                self.weights[node.id] = weight
        else:
            self.visit(node)

    def block(self, body: list[code.Statement]) -> None:
        for statement in body:
            self.visit(statement)

    def visit(self, node: object) -> None:  # noqa: C901, PLR0912 - one case for each kind of node
        match node:
            case code.Name():
                self.mark(node, OBJECTS)
            case code.If() | code.While():
                self.test(node.test)
                self.block(node.body)
                self.block(node.orelse)
            case code.Choice():
                self.test(node.test)
                self.visit(node.body)
                self.visit(node.orelse)
            case code.Operation(operator=operator):
                for operand in node.operands:
                    self.mark(
                        operand, CONSTANTS if operator in {"+", "%", "==", "!=", "in", "not", "and", "or"} else OBJECTS
                    )
            case code.Format():
                for part in node.parts:
                    self.mark(part, CONSTANTS)
            case code.Subscript():
                self.visit(node.value)
                self.mark(node.index, CONSTANTS)
                for item in node.index.items if isinstance(node.index, code.Display) else ():
                    self.mark(item, CONSTANTS)
            case code.Call():
                self.call(node)
            case code.Node():
                for name in node.__struct_fields__:
                    self.visit(getattr(node, name))
            case list():
                for one in node:
                    self.visit(one)
            case _:
                return

    def call(self, node: code.Call) -> None:
        function = node.function
        name = function.id if isinstance(function, code.Name) else getattr(function, "name", "")
        self.visit(function)
        weight = CONSTANTS if name in DISPATCHERS or name in self.dispatching else OBJECTS
        for argument in node.arguments:
            self.mark(argument, weight)
        for keyword in node.keywords:
            # `**kwargs` handed on keeps its keys: they may be flags of the callee.
            self.mark(keyword.value, CONSTANTS if keyword.name in {None, "force_insert", "commit"} else weight)

    def test(self, node: code.Expression) -> None:
        match node:
            case code.Name():
                self.mark(node, CONSTANTS)
            case code.Operation(operands=operands):
                for operand in operands:
                    self.test(operand)
            case _:
                self.visit(node)
