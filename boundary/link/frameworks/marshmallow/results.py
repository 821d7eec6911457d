"""Does a schema give its data, or a result that holds it?  Version 2 gives a pair of data and errors.

    data, errors = OrderSchema().load(request.json)

Which version a program is written for is told by this form, which no later one has: where it stands anywhere, all
schemas give pairs. Else a schema of a mapped class may give either (`result.data`), and any other one gives its data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, Instance, by_age
from boundary.link.syntax.kinds import ASSIGN, CALL, CLASS, DISPLAY, FUNCTION
from boundary.link.syntax.scopes import flat
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

RESULT: Final = "marshmallow.UnmarshalResult"
GIVING: Final = frozenset({"dump", "dumps", "load", "loads"})
FIELDS: Final = ("data", "errors")
STATE: Final = "schemas give pairs"


def as_result(call: NativeCall, value: Value) -> Value:
    """The pair that holds what a schema made."""
    cls = call.interpreter.library_class(RESULT)
    if cls is None or not value:
        return BOTTOM
    cls.data.setdefault("fields", FIELDS)  # a named tuple
    made = call.atoms.instance(cls, site=("made", "load", value))
    call.interpreter.stores.set(call.evaluator, made, "data", value, call.line)
    return made


def data_of(call: NativeCall) -> Value:
    """`__loaded_data__(loaded)`: what is in a pair; anything else as it is."""
    pairs = frozenset(one for one in call.first if isinstance(one, Instance) and one.cls.dotted == RESULT)
    get = call.interpreter.attributes.get
    return (call.first - pairs) | join(get(call.evaluator, one.alone, "data", call.line) for one in by_age(pairs))


def are_pairs(interpreter: Interpreter) -> bool:
    """Whether the program takes what schemas give for pairs (found once)."""
    state = interpreter.frameworks.state
    if STATE not in state:
        project = [one for one in interpreter.program.modules.values() if not one.library]
        state[STATE] = any(_takes_pairs(module.body) for module in project)
    held: bool = state[STATE]
    return held


def _takes_pairs(body: tuple[code.Statement, ...]) -> bool:
    """Whether `data, errors = schema.load(...)` stands in a body, inner functions and all."""
    for one in flat(body):
        if type(one) is FUNCTION or type(one) is CLASS:
            if _takes_pairs(one.body):
                return True
        elif type(one) is ASSIGN and type(one.value) is CALL and last_name(one.value.function) in GIVING:
            for target in one.targets:
                named = target.items if type(target) is DISPLAY and len(target.items) == 2 else ()  # noqa: PLR2004 - a pair
                if named and last_name(named[1]).startswith("err"):
                    return True
    return False


NATIVES: Final[dict[str, Handler]] = {"builtins.__loaded_data__": data_of}
