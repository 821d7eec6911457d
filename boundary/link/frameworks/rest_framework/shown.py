"""What does a serializer read of the row that it shows?  Each field follows its source and makes something of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a compiled dataclass looks the classes of its fields up
from boundary.link.domain.asking import known, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import (
    BOTTOM,
    TOO_MANY,
    UNKNOWN,
    ClassAtom,
    Container,
    External,
    Function,
    Instance,
    Wrapped,
)
from boundary.link.frameworks.django.forms import listed_names, read_relations_of
from boundary.link.frameworks.django.managers import is_manager
from boundary.link.frameworks.django.tables import inherited, model_of, relation_of
from boundary.link.frameworks.skeletons import argument, classes_in
from boundary.link.members import containers
from boundary.link.syntax.kinds import CONSTANT
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

FIELDS: Final = "rest_framework.fields"
METHOD: Final = f"{FIELDS}.SerializerMethodField"
KEYS: Final = ("rest_framework.relations.PrimaryKeyRelatedField", "rest_framework.relations.HyperlinkedRelatedField")
"""Fields that show the key of a row, which stands in the row that points at it."""
PREFIX: Final = "get_"
WHOLE: Final = "*"
SERIALIZER: Final = "Serializer"
"""What the names of serializers end in."""
ANSWER: Final = "written fields of a serializer"


@dataclass(frozen=True, slots=True)
class Written:
    """What the body of a serializer says of one field: the path that it follows, or the method that gives its value.

    `hidden` is what is never shown, `shown` what is only shown; `kinds` are the classes that it may be made of, of
    which `unread` is a serializer of a package that is not read.
    """

    source: str
    method: str = ""
    hidden: bool = False
    shown: bool = False
    kinds: tuple[ClassInfo, ...] = ()
    unread: bool = False


def represented(call: NativeCall) -> Value:
    """`__represented__(self, fields, row)`: each field reads what it follows, and represents what it finds there."""
    holder, fields = argument(call, 0), argument(call, 1)
    rows = frozenset(atom for atom in argument(call, 2) if isinstance(atom, Instance) or _is_dict(atom))
    known = containers.pairs(fields) or {}
    for name, held in known.items():
        if isinstance(name, str):
            written = written_of(call, holder, name)
            for atom in held if not written.hidden else ():
                if isinstance(atom, Instance):
                    _show(call, holder, atom, rows, written)
    for atom in containers.open_part(fields):
        if isinstance(atom, Instance):
            _represent(call, atom, UNKNOWN)
    if rows:
        _show_unread(call, holder, rows, known.keys())
        _show_listed(call, holder, rows, known.keys())
    return call.atoms.none


# --- fields ----------------------------------------------------------------------------------------------


def _show(call: NativeCall, holder: Value, field: Instance, rows: Value, written: Written) -> None:
    classes = call.interpreter.classes
    if classes.is_subclass(field.cls, METHOD):
        if written.method and not written.method.startswith(PREFIX):  # the others are called whatever fields there are
            method = call.interpreter.attributes.get(call.evaluator, holder, written.method, call.line)
            call.interpreter.calls.call(call.evaluator, method, Arguments((rows or UNKNOWN,)), call.line)
        return
    owner, _ = classes.lookup(field.cls, "get_attribute")
    if owner is not None and not owner.library:
        getter = call.interpreter.attributes.get(call.evaluator, field.alone, "get_attribute", call.line)
        value = call.interpreter.calls.call(call.evaluator, getter, Arguments((rows or UNKNOWN,)), call.line)
    elif written.source == WHOLE:
        value = rows
    else:
        *way, last = written.source.split(".")
        if not any(classes.is_subclass(field.cls, one) for one in KEYS):
            way.append(last)
        value = _followed(call, rows, way) if way and rows else BOTTOM
    _represent(call, field, value or UNKNOWN)


def _represent(call: NativeCall, field: Instance, value: Value) -> None:
    """`field.to_representation(value)`, where it asks anything of the value."""
    owner, _ = call.interpreter.classes.lookup(field.cls, "to_representation")
    if owner is not None and owner.module.name != FIELDS:
        method = call.interpreter.attributes.get(call.evaluator, field.alone, "to_representation", call.line)
        call.interpreter.calls.call(call.evaluator, method, Arguments((value,)), call.line)


def _followed(call: NativeCall, value: Value, names: list[str]) -> Value:
    """What attributes lead to, one after the other; a method among them is called, a dict has it under a key."""
    for name in names:
        objects = frozenset(one for one in value if isinstance(one, Instance))
        found = call.interpreter.attributes.get(call.evaluator, objects, name, call.line) if objects else BOTTOM
        methods = frozenset(one for one in found if isinstance(one, Function))
        dicts = frozenset(one for one in value if _is_dict(one))
        if dicts:
            found |= containers.subscript(call.evaluator, dicts, call.atoms.constant(name), call.line)
        value = frozenset(one for one in found if isinstance(one, (Container, Instance)))
        if methods:
            value |= call.interpreter.calls.call(call.evaluator, methods, NO_ARGUMENTS, call.line)
        if not value:
            return BOTTOM
    return value


def every(call: NativeCall) -> Value:
    """`__every__(rows)`: a manager gives all of its rows, a queryset or list is what it is."""
    return _every(call, call.first)


def told(call: NativeCall) -> Value:
    """`__told__(row, self)`: what is known of a row alone. That it may be something else does not make it None.

    Where nothing is known of it, it is what the object was made with.
    """
    if known(call.first):
        return call.first - TOO_MANY
    made = [atom.site for atom in call.arguments.get(1, "") or () if isinstance(atom, Instance)]
    given = [site[1][0] for site in made if isinstance(site, tuple) and site[0] == "made" and site[1]]
    return join(given) if call.first == UNKNOWN and given else call.first


def _every(call: NativeCall, value: Value) -> Value:
    managers = frozenset(one for one in value if is_manager(call.interpreter, one))
    if not managers:
        return value
    method = call.interpreter.attributes.get(call.evaluator, managers, "all", call.line)
    return (value - managers) | call.interpreter.calls.call(call.evaluator, method, NO_ARGUMENTS, call.line)


def written_of(call: NativeCall, holder: Value, name: str) -> Written:
    """What is written of a field where it is declared (found once for each class)."""
    for serializer in classes_in(holder):
        for one in call.interpreter.classes.mro(serializer):
            if name in one.bindings:
                held: dict[str, Written] = one.answers.setdefault(ANSWER, {})
                if name not in held:
                    held[name] = _read_of(call, one, name)
                return held[name]
    return Written(name)


def _read_of(call: NativeCall, cls: ClassInfo, name: str) -> Written:
    for binding in reversed(cls.bindings[name]):
        match binding.statement:
            case code.Assign(value=code.Call(function=function, arguments=arguments, keywords=keywords)):
                made = call.interpreter.class_evaluator(cls).evaluate(function)
                given = {one.name: one.value.value for one in keywords if type(one.value) is CONSTANT}
                source, method = given.get("source"), given.get("method_name")
                first = arguments[0].value if arguments and type(arguments[0]) is CONSTANT else None
                return Written(
                    source if isinstance(source, str) and source else name,
                    next((one for one in (method, first) if isinstance(one, str)), ""),
                    hidden=given.get("write_only") is True,
                    shown=given.get("read_only") is True,
                    kinds=tuple([atom.cls for atom in made if isinstance(atom, ClassAtom)]),
                    unread=any(isinstance(atom, External) and atom.dotted.endswith(SERIALIZER) for atom in made),
                )
    return Written(name)


def _is_dict(atom: Atom) -> bool:
    return isinstance(atom, Container) and atom.kind == "dict"


def _show_unread(call: NativeCall, holder: Value, rows: Value, declared: Collection[Hashable]) -> None:
    """Fields that are serializers of packages that are not read show the rows that they follow, whatever of them."""
    own = [one for cls in classes_in(holder) for one in call.interpreter.classes.mro(cls) if not one.library]
    for name in dict.fromkeys(name for one in own for name in one.bindings if name not in declared):
        written = written_of(call, holder, name)
        if written.unread and not written.hidden and written.source != WHOLE:
            value = _every(call, _followed(call, rows, written.source.split(".")))
            call.interpreter.items.iterate(call.evaluator, value, call.line)


# --- what `Meta` lists ------------------------------------------------------------------------------------


def _show_listed(call: NativeCall, holder: Value, rows: Value, declared: object) -> None:
    """Names in `Meta.fields` without a field of their own: properties, methods, and rows that point at this one."""
    lookup = call.interpreter.classes.lookup
    for serializer in classes_in(holder):
        for meta in classes_in(lookup(serializer, "Meta")[1]):
            for name in sorted(listed_names(lookup(meta, "fields")[1]) or ()):
                if name not in declared and any(_asks(call, atom, name) for atom in rows):  # type: ignore[operator]
                    value = _every(call, _followed(call, rows, [name]))
                    call.interpreter.items.iterate(call.evaluator, value, call.line)


def relations_shown(call: NativeCall) -> Value:
    """`__show_relations__(self)`: what the relations that `Meta` lists read, each shown by a field of the library's.

    A foreign key is shown by the key that the row has itself, unless a `depth` or another kind of field asks for more.
    """
    lookup = call.interpreter.classes.lookup
    for serializer in classes_in(call.first):
        kinds = lookup(serializer, "serializer_related_field")[1]
        by_key = all(isinstance(one, ClassAtom) and one.cls.library and one.cls.dotted in KEYS for one in kinds)
        for meta in classes_in(lookup(serializer, "Meta")[1]):
            deep = truth(lookup(meta, "depth")[1] or BOTTOM) is True
            left_out: Collection[str] = listed_names(lookup(meta, "exclude")[1]) or ()
            read_relations_of(call, meta, left_out, keys=deep or not by_key)
    return call.atoms.none


def _asks(call: NativeCall, row: object, name: str) -> bool:
    """Whether a name of a row is no column and no relation of its own."""
    if not isinstance(row, Instance):
        return False
    held = call.interpreter.classes.lookup(row.cls, name)[1]
    if any(isinstance(one, (Function, Wrapped)) for one in held):
        return True
    model = model_of(call.interpreter, row.cls)
    relation = relation_of(model, name) if model is not None else None
    if model is None or relation is None:
        return False
    return model.relations.get(name) is not relation and inherited(model, name) is not relation


NATIVES: Final[dict[str, Handler]] = {
    "builtins.__represented__": represented,
    "builtins.__show_relations__": relations_shown,
    "builtins.__every__": every,
    "builtins.__told__": told,
}
