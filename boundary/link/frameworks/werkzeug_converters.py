"""What does a view get for a part of its path?  What the project's own converter makes of the text: `<order:order>`.

    class OrderConverter(BaseConverter):
        def to_python(self, value):
            return Order.objects.get_or_404(id=value)
    app.url_map.converters["order"] = OrderConverter

    @app.route("/orders/<order:order>/")
    def show(order): ...

Paths stand in the decorators of views, or of classes of them; what they are registered with by calls is not looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import UNKNOWN, ClassAtom, Instance, by_age
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CONSTANT, FUNCTION, SUBSCRIPT, parts_of
from boundary.link.syntax.walking import nodes_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

PART: Final = re.compile(r"<(\w+)(?:\([^)>]*\))?:(\w+)>")
OWN: Final = frozenset({"default", "string", "any", "path", "int", "float", "uuid"})
"""The converters that there are without any of the project's."""
CONVERTERS: Final = "converters"
HELD: Final = "converters of paths"


def parameter(interpreter: Interpreter, function: FunctionInfo, name: str) -> ClassInfo | None:
    """The class of what a converter makes of the part of the path that a parameter is called after."""
    if function.library or name in {"self", "cls"}:
        return None
    nodes: list[code.Expression] = list(function.node.decorators) if type(function.node) is FUNCTION else []
    if function.cls is not None and function.cls.node is not None:
        nodes += function.cls.node.decorators
    for text in _texts(nodes):
        for converter, part in PART.findall(text):
            if part == name and converter not in OWN:
                return _made_by(interpreter).get(converter)
    return None


def _texts(nodes: list[code.Expression]) -> Iterator[str]:
    """The texts in decorators."""
    stack: list[object] = list(nodes)
    while stack:
        node = stack.pop()
        if isinstance(node, tuple):
            stack.extend(node)
        elif type(node) is CONSTANT:
            if isinstance(node.value, str):
                yield node.value
        else:
            stack.extend(parts_of(node))


def _made_by(interpreter: Interpreter) -> dict[str, ClassInfo]:
    """The classes of the project's rows that its converters give, by the names that these have in paths."""
    state = interpreter.frameworks.state
    if HELD not in state:
        state[HELD] = {}
        found: dict[str, ClassInfo] = {}
        for name, cls in _registered(interpreter):
            evaluator = interpreter.module_evaluator(cls.module)
            converter = interpreter.atoms.instance(cls)
            given = interpreter.objects.method(evaluator, converter, "to_python", cls.line, Arguments((UNKNOWN,)))
            rows = [one.cls for one in by_age(given or UNKNOWN) if isinstance(one, Instance) and one.stored]
            if rows:
                found.setdefault(name, rows[0])
        state[HELD] = found
    held: dict[str, ClassInfo] = state[HELD]
    return held


def _registered(interpreter: Interpreter) -> Iterator[tuple[str, ClassInfo]]:
    """`app.url_map.converters["order"] = OrderConverter`, wherever it stands."""
    for module in list(interpreter.program.modules.values()):
        for node in nodes_in(module.body) if not module.library else ():
            if type(node) is ASSIGN and node.value is not None:
                for target in node.targets:
                    if type(target) is SUBSCRIPT and type(target.index) is CONSTANT and _is_map(target.value):
                        for atom in by_age(interpreter.module_evaluator(module).evaluate(node.value)):
                            if isinstance(atom, ClassAtom) and not atom.cls.library:
                                yield str(target.index.value), atom.cls


def _is_map(node: code.Expression) -> bool:
    return type(node) is ATTRIBUTE and node.name == CONVERTERS


NEEDS: Final = ("werkzeug",)
