"""What does a serializer make of its input?  Each field's value under its name, as `validate_<name>` leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.asking import truth
from boundary.link.domain.patterns import names_like
from boundary.link.domain.values import UNKNOWN, ClassAtom, Function, Instance, Pattern
from boundary.link.frameworks.django.managers import manager_for
from boundary.link.frameworks.rest_framework.taken import only_shows, relations_taken
from boundary.link.frameworks.skeletons import argument, classes_in
from boundary.link.members import containers
from boundary.link.syntax.kinds import CONSTANT
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.django.model_info import Relation
    from boundary.link.frameworks.protocol import Handler, NativeCall

PREFIX: Final = "validate_"


def validated(call: NativeCall) -> Value:
    """`__validated__(self, fields)`: the validated data of a serializer, by the names of its fields.

    A column that `Meta.fields` lists without a field of its own is known where it is a relation, or is validated. What
    a field with a `source` gives stands under that.
    """
    holder = frozenset(atom for atom in argument(call, 0) if isinstance(atom, Instance))
    fields = containers.pairs(argument(call, 1)) or {}
    made = {name: value for name, value in _related(call, holder).items() if name not in fields}
    for name, field in fields.items():
        if isinstance(name, str):
            shown = call.interpreter.attributes.get(call.evaluator, field, "read_only", call.line)
            if not only_shows(call, holder, name) and truth(shown) is not True:
                run = call.interpreter.attributes.get(call.evaluator, field, "run_validation", call.line)
                value = call.interpreter.calls.call(call.evaluator, run, Arguments((UNKNOWN,)), call.line)
                made[_source(call, holder, name)] = value
    methods = {
        name.removeprefix(PREFIX): name for name in names_like(call.interpreter, holder, Pattern((PREFIX, None)))
    }
    for name, method in methods.items():
        check = call.interpreter.attributes.get(call.evaluator, holder, method, call.line)
        check = frozenset(
            atom for atom in check if isinstance(atom, Function) and (name in made or not atom.function.library)
        )
        if check:
            given = made.get(name) or UNKNOWN
            made[name] = call.interpreter.calls.call(call.evaluator, check, Arguments((given,)), call.line)
    entries = [(call.atoms.constant(name), value) for name, value in made.items()]
    return containers.make_dict(call.evaluator, entries, UNKNOWN)


def _source(call: NativeCall, holder: Value, name: str) -> str:
    """The attribute that a field stands for: `lines = LineSerializer(source="items")`, else the one of its name."""
    for serializer in classes_in(holder):
        for one in call.interpreter.classes.mro(serializer):
            for binding in one.bindings.get(name, ()):
                match binding.statement:
                    case code.Assign(value=code.Call(keywords=keywords)):
                        written = [key.value for key in keywords if key.name == "source"]
                        return next((text for text in map(_attribute, written) if text), name)
    return name


def _attribute(node: code.Expression) -> str:
    text = node.value if type(node) is CONSTANT else None
    return text if isinstance(text, str) and text.isidentifier() else ""


def _related(call: NativeCall, holder: Value) -> dict[str, Value]:
    """The rows that a model serializer looks up for the relations that its `Meta` lists, by name."""
    found: dict[str, Value] = {}
    for serializer in classes_in(holder):
        for name, relation in relations_taken(call, serializer).items():
            _looked_up(call, serializer, relation)
            backwards = relation.name != name
            row = call.atoms.instance((relation.source if backwards else relation.target).cls, stored=True)
            found[name] = call.atoms.container("list", row) if backwards or relation.kind == "m2m" else row
    return found


def _looked_up(call: NativeCall, serializer: ClassInfo, relation: Relation) -> None:
    """A `serializer_related_field` of the project's own is made for each relation, and looks its row up in its way."""
    held = call.interpreter.classes.lookup(serializer, "serializer_related_field")[1]
    own = frozenset(atom for atom in held if isinstance(atom, ClassAtom) and not atom.cls.library)
    if own:
        get = call.interpreter.attributes.get
        manager = manager_for(call.evaluator, relation.target.cls)
        start = get(call.evaluator, manager, "get_queryset", call.line)
        rows = call.interpreter.calls.call(call.evaluator, start, NO_ARGUMENTS, call.line)
        field = call.interpreter.calls.call(call.evaluator, own, Arguments((), {"queryset": rows}), call.line)
        run = get(call.evaluator, field, "run_validation", call.line)
        call.interpreter.calls.call(call.evaluator, run, Arguments((UNKNOWN,)), call.line)


NATIVES: Final[dict[str, Handler]] = {"builtins.__validated__": validated}
