"""What do serializers and views of REST framework get where nothing in the code hands it to them?

Who calls `update(self, instance, validated_data)` may stand in a package or take the serializer out of a registry: the
instance is a row of the model that its `Meta` names. So it is where the caller is known and what it hands over is not.
What `perform_create(self, serializer)` saves is made of the serializer class of the view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import known
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Function, Instance
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.skeletons import classes_in

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

SERIALIZER: Final = "rest_framework.serializers.ModelSerializer"
VIEW: Final = "rest_framework.generics.GenericAPIView"
OF_ROW: Final = frozenset({"update", "to_representation"})
UPDATING: Final = "perform_update"
MAKING: Final = frozenset({"perform_create", UPDATING})


def handed_to(interpreter: Interpreter, atom: Function) -> dict[str, Value] | None:
    """The row, or the serializer, by the name of the first parameter."""
    receiver, parameters = atom.receiver, atom.function.parameters
    if not isinstance(receiver, Instance) or len(parameters) <= 1 or receiver.cls.library:
        return None
    name, above = atom.function.name, interpreter.classes.above(receiver.cls)
    found: Value = BOTTOM
    if name in OF_ROW and SERIALIZER in above:
        found = _row_of(interpreter, receiver.cls)
    elif name in MAKING and VIEW in above:
        row = (_asked(interpreter, receiver, "get_object"),) if name == UPDATING else ()
        found = _asked(interpreter, receiver, "get_serializer", *row)
    return {parameters[1].name: found} if known(found) else None


def handed_row(call: NativeCall) -> Value:
    """`__handed_row__(row, serializer)`: what `update` of the project is handed, where nobody knows what that is.

    The framework's own does no more with a row than to save it, which is told by who hands one over.
    """
    if known(call.first):
        return call.first
    interpreter = call.interpreter
    serializers = [atom.cls for atom in call.arguments.get(1, "") or () if isinstance(atom, Instance)]
    found = join(_row_of(interpreter, one) for one in serializers if _updates(interpreter, one))
    return found if known(found) else call.first


def _updates(interpreter: Interpreter, serializer: ClassInfo) -> bool:
    owner = interpreter.classes.lookup(serializer, "update")[0]
    return SERIALIZER in interpreter.classes.above(serializer) and owner is not None and not owner.library


def _row_of(interpreter: Interpreter, serializer: ClassInfo) -> Value:
    """A row of the model that the `Meta` of a serializer names."""
    lookup = interpreter.classes.lookup
    named = [one for meta in classes_in(lookup(serializer, "Meta")[1]) for one in classes_in(lookup(meta, "model")[1])]
    of_tables = [one for one in named if models(interpreter).by_class.get(one) is not None]
    return join(interpreter.atoms.instance(one, exact=False, stored=True) for one in of_tables)


def _asked(interpreter: Interpreter, view: Instance, method: str, *given: Value) -> Value:
    """What a method of a view gives."""
    evaluator = interpreter.module_evaluator(view.cls.module)
    called = interpreter.objects.method(evaluator, view.alone, method, view.cls.line, Arguments(given))
    return UNKNOWN if called is None else called


NATIVES: Final[dict[str, Handler]] = {"builtins.__handed_row__": handed_row}
