"""Which rows do fixtures bring, and rows that were written as text?  Those of any model: the code does not say.

`for row in serializers.deserialize("json", text): row.save()` saves what a text holds, `call_command("loaddata", name)`
what a file does. Where nothing tells of which model a row is, that is a blind spot of the transaction around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.django.tables import model_of

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

LOADING: Final = "loaddata"
REASON: Final = "rows of any model are saved that are not in the code"


def save(call: NativeCall) -> Value:
    """`DeserializedObject.save()`: the row is stored as it is."""
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    row = call.interpreter.attributes.get(call.evaluator, call.receiver.alone, "object", call.line)
    raw = Arguments((), {**call.arguments.keywords, "raw": call.atoms.constant(True)})  # noqa: FBT003 - a value
    call.interpreter.objects.method(call.evaluator, row, "save_base", call.line, raw)
    if not any(isinstance(atom, Instance) and model_of(call.interpreter, atom.cls) for atom in row):
        call.evaluator.blind(call.line, REASON)
    return call.atoms.none


def load(call: NativeCall, names: list[str]) -> None:
    """`call_command("loaddata", ...)`, of a call of commands by these names."""
    if LOADING in names:
        call.evaluator.blind(call.line, REASON)


NATIVES: Final[dict[str, Handler]] = {"django.core.serializers.base.DeserializedObject.save": save}
