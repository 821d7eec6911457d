"""Which indexes of a search engine hold the rows of a model, and what does a field of one take from a row?

Those of django-haystack are the classes below `Indexable`, the documents of django-elasticsearch-dsl those below
`Document`. They are found by what they are; a method of each says of which model it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.asking import is_unknown, strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, Function, Instance, Native
from boundary.link.frameworks.django.managers import is_manager
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.skeletons import argument, classes_in
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

SAYS: Final = "get_model"
"""The method of an index by which it says its model."""


def indexes_of(call: NativeCall) -> Value:
    """`__indexes_of__(Indexable, model, "get_model")`: an object of each class below that is about the (row's) model.

    Another method may say its model, or its models. Where no model is known, of every class below; None where none of
    them is about it.
    """
    index = models(call.interpreter).by_class
    asked = join(join(containers.members(atom.alone) or (atom.alone,)) for atom in argument(call, 1))
    known = not any(is_unknown(atom) for atom in asked)
    wanted = [one for one in classes_in(asked) if one in index] if known else []
    says = next(iter(strings(argument(call, 2))), SAYS)
    found: list[Value] = []
    for cls in _below(call):
        made = call.atoms.instance(cls)
        if not wanted or any(_fits(call, one, wanted) for one in _models_of(call, made, says)):
            cls.data["instantiated"] = True
            found.append(made)
    return join(found) or call.atoms.none


def _below(call: NativeCall) -> list[ClassInfo]:
    """The project's classes below the given one, each once."""
    classes = call.interpreter.classes
    return [
        one
        for atom in argument(call, 0)
        if isinstance(atom, ClassAtom)
        for one in classes.below(atom.cls)
        if not one.library
    ]


def _models_of(call: NativeCall, made: Value, says: str) -> list[ClassInfo]:
    method = call.interpreter.attributes.get(call.evaluator, made, says, call.line)
    given = call.interpreter.calls.call(call.evaluator, method, NO_ARGUMENTS, call.line)
    told = join(join(containers.members(atom.alone) or (atom.alone,)) for atom in given)
    return [atom.cls for atom in told if isinstance(atom, ClassAtom)]


def _fits(call: NativeCall, model: ClassInfo, wanted: list[ClassInfo]) -> bool:
    classes = call.interpreter.classes
    return any(classes.derives(one, model) or classes.derives(model, one) for one in wanted)


def along(call: NativeCall) -> Value:
    """`__along__(row, "thread__tags__name")`: what attributes lead to, through all rows where one gives several."""
    paths = [path.replace(".", "__").split("__") for path in strings(argument(call, 1))]
    return join(_along(call, argument(call, 0), path) for path in paths) or UNKNOWN


def each(call: NativeCall) -> Value:
    """`__each__(rows)`: any of the rows of a manager, a queryset or a list; a row is itself."""
    index = models(call.interpreter).by_class
    value = _each(call, argument(call, 0))
    rows = frozenset(atom for atom in value if isinstance(atom, Instance) and atom.cls in index)
    many = frozenset(atom for atom in value - rows if not is_unknown(atom))
    return join((rows, call.interpreter.items.iterate(call.evaluator, many, call.line))) or UNKNOWN


def _along(call: NativeCall, value: Value, names: list[str]) -> Value:
    for position, name in enumerate(names):
        held = _each(call, value) if position else value
        value = call.interpreter.attributes.get(call.evaluator, held, name, call.line)
    return join(_called(call, value)) or UNKNOWN


def _each(call: NativeCall, value: Value) -> Value:
    """The rows of a manager; of anything else, itself."""
    managers = frozenset(one for one in value if is_manager(call.interpreter, one))
    if not managers:
        return value
    method = call.interpreter.attributes.get(call.evaluator, managers, "all", call.line)
    rows = call.interpreter.calls.call(call.evaluator, method, NO_ARGUMENTS, call.line)
    return (value - managers) | call.interpreter.items.iterate(call.evaluator, rows, call.line)


def _called(call: NativeCall, value: Value) -> list[Value]:
    """What the last attribute gives: a method is called."""
    calls = call.interpreter.calls
    return [
        calls.one(call.evaluator, atom, NO_ARGUMENTS, call.line) if isinstance(atom, (Function, Native)) else atom.alone
        for atom in value
    ]


NATIVES: Final[dict[str, Handler]] = {
    "builtins.__indexes_of__": indexes_of,
    "builtins.__along__": along,
    "builtins.__each__": each,
}
