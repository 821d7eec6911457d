"""What do related managers write?  `add`, `set`, `create` of a relation, and the many-to-many fields of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.definitions.symbols import ClassInfo
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, Function, Instance
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.related_rows import change_rows
from boundary.link.frameworks.django.rows import delete_rows
from boundary.link.frameworks.django.signals import fire
from boundary.link.frameworks.django.tables import join_ordering, model_of, read
from boundary.link.frameworks.skeletons import contributors
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.django.model_info import ModelInfo, Relation
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Confidence, Operation


def _relation(call: NativeCall) -> tuple[Relation | None, bool, bool]:
    """The relation of a related manager, whether it is many-to-many, and whether its model is guessed."""
    receiver = call.receiver
    if not isinstance(receiver, Instance):
        return None, False, False
    relation: Relation | None = receiver.relation  # type: ignore[assignment]
    return relation, relation is not None and relation.kind == "m2m", receiver.guessed


def link(call: NativeCall, relation: Relation, op: Operation, *, guessed: bool) -> None:
    """The pairs of a many-to-many relation are written; those of a model of the project's are deleted like its rows."""
    if relation.link_table:
        confidence: Confidence | None = "guessed" if guessed else None
        call.evaluator.touch(
            relation.link_table,
            op,
            call.line,
            confidence=confidence,
            because="m2m",
        )
        call.evaluator.touch(relation.link_table, "read", call.line, confidence=confidence, because="m2m")
    if op == "insert" and relation.through is not None:  # which of them are there is asked first, in their own order
        join_ordering(call.evaluator, relation.through, call.line, guessed=guessed)
    if op == "delete" and relation.through is not None:
        delete_rows(call.evaluator, relation.through, call.line, guessed=guessed)
    backwards, told = _told(call, relation, op)
    model = _at_hand(call, relation.target if backwards else relation.source)
    fire(call.evaluator, "m2m_changed", model, call.line, guessed=guessed, relation=relation, told=told)


def _at_hand(call: NativeCall, end: ModelInfo) -> ModelInfo:
    """The model of the row that is changed: it may extend the one that the relation is of."""
    site = call.receiver.site if isinstance(call.receiver, Instance) else None
    found = models(call.interpreter).by_class.get(site) if isinstance(site, ClassInfo) else None
    return found if found is not None and end in found.lineage else end


def _told(call: NativeCall, relation: Relation, op: Operation) -> tuple[bool, dict[str, Value]]:
    """What receivers of `m2m_changed` are told, and whether the relation is changed from its other end.

    Where no manager of one end is at hand, and where a model is related to itself, either may be meant.
    """
    atoms, given = call.atoms, call.receiver
    pairs = models(call.interpreter).through_class(relation)
    told = {"sender": atoms.class_(pairs)}
    words = ("add",) if op == "insert" else ("remove", "clear")
    told["action"] = join(atoms.constant(f"{when}_{word}") for when in ("pre", "post") for word in words)
    rows = given.model if isinstance(given, Instance) and given.relation is relation else None
    if relation.source is relation.target:
        told["model"] = atoms.class_(relation.source.cls)
    if rows is None or relation.source is relation.target:
        return False, told
    backwards = rows is relation.source.cls
    told["reverse"] = atoms.constant(backwards)
    told["model"] = atoms.class_((relation.source if backwards else relation.target).cls)
    return backwards, told


def related_changed(ops: tuple[Operation, ...]) -> Handler:
    """`add`, `remove`, `set`, `clear` of a related manager."""

    def handler(call: NativeCall) -> Value:
        relation, many, guessed = _relation(call)
        if relation is None:
            return UNKNOWN
        for value in call.arguments.positional:
            call.interpreter.items.iterate(call.evaluator, value, call.line)
        with call.evaluator.implicit(call.line):
            if ops is REPLACED:
                _read_all(call)
            if many:
                for op in ops:
                    link(call, relation, op, guessed=guessed)
            else:
                change_rows(call, relation, ops, guessed=guessed)
        return call.atoms.none

    return handler


def _read_all(call: NativeCall) -> None:
    """`set` asks first which rows are related so far."""
    if isinstance(call.receiver, Instance):
        rows = call.interpreter.attributes.get(call.evaluator, call.receiver.alone, "all", call.line)
        call.interpreter.calls.call(call.evaluator, rows, NO_ARGUMENTS, call.line)


def related_created(name: str) -> Handler:
    """`create`, `get_or_create` ... of a related manager: a row, and a pair where the relation is many-to-many."""

    def handler(call: NativeCall) -> Value:
        relation, many, guessed = _relation(call)
        receiver = call.receiver
        if relation is None or not isinstance(receiver, Instance):
            return UNKNOWN
        plain = call.atoms.instance(receiver.cls, model=receiver.model, guessed=receiver.guessed)
        method = call.interpreter.attributes.get(call.evaluator, plain, name, call.line)
        if many:
            with call.evaluator.implicit(call.line):
                result = call.interpreter.calls.call(call.evaluator, method, call.arguments, call.line)
                link(call, relation, "insert", guessed=guessed)
            return result
        return call.interpreter.calls.call(call.evaluator, method, call.arguments, call.line)

    return handler


REPLACED: Final[tuple[Operation, ...]] = ("insert", "delete")
"""What setting all pairs of a many-to-many relation does to its table."""
_RELATED: Final[dict[str, Handler]] = {
    "add": related_changed(("insert",)),
    "remove": related_changed(("delete",)),
    "set": related_changed(REPLACED),
    "clear": related_changed(("delete",)),
    "create": related_created("create"),
    "get_or_create": related_created("get_or_create"),
    "update_or_create": related_created("update_or_create"),
}
RELATED: Final = _RELATED | {f"a{name}": handler for name, handler in _RELATED.items()}


CALLBACK: Final = "formfield_callback"
ADMIN: Final = "formfield_for_dbfield"
"""What makes the fields of the admin's forms."""


def save_many(call: NativeCall) -> Value:
    """`__save_m2m__(instance, Meta)`: a model form saves the many-to-many fields that it lists.

    So are the attributes of a library's that save what a form was given for them, as tags.
    """
    for atom in call.arguments.get(0, "instance") or ():
        if not isinstance(atom, Instance):
            continue
        model = model_of(call.interpreter, atom.cls)
        names, excluded = _listed(call, "fields"), _listed(call, "exclude")
        for relation in _many(model):
            if names is not None and relation.name not in names:
                continue
            if excluded is not None and relation.name in excluded:
                continue
            if not relation.spec.editable or (relation.through is not None and _for_admin(call)):
                continue
            save_pairs(call, relation, guessed=atom.guessed)
            _save_by_itself(call, relation, atom)
        if model is not None:
            save_contributed(call, atom, names, excluded)
    return call.atoms.none


def _save_by_itself(call: NativeCall, relation: Relation, row: Instance) -> None:
    """A field of the project's own that says itself how it saves what a form was given: `save_form_data`."""
    interpreter, kind = call.interpreter, relation.spec.kind
    owner = interpreter.classes.lookup(kind, "save_form_data")[0] if kind is not None else None
    if kind is not None and owner is not None and not owner.library:
        field = interpreter.atoms.instance(kind, site=relation.spec)
        arguments = Arguments((row.alone, UNKNOWN))
        interpreter.objects.method(call.evaluator, field, "save_form_data", call.line, arguments)


def _for_admin(call: NativeCall) -> bool:
    """Whether a form is one that the admin makes: it shows no pairs that have a model of the project's."""
    lookup = call.interpreter.classes.lookup
    metas = [meta.cls for meta in call.arguments.get(1, "meta") or () if isinstance(meta, (ClassAtom, Instance))]
    made = [one for cls in metas for one in lookup(cls, CALLBACK)[1]]
    return any(isinstance(one, Function) and one.function.name == ADMIN for one in made)


def save_pairs(call: NativeCall, relation: Relation, *, guessed: bool) -> None:
    """The pairs of a many-to-many relation are set to what a form or serializer was given."""
    with call.evaluator.implicit(call.line):
        read(call.evaluator, relation.target, call.line, guessed=guessed)
        join_ordering(call.evaluator, relation.target, call.line, guessed=guessed)
        for op in REPLACED:
            link(call, relation, op, guessed=guessed)


def save_contributed(
    call: NativeCall, atom: Instance, names: set[str] | None, excluded: set[str] | None = None
) -> None:
    """The attributes of a row that save by themselves what was given for them, as far as they are listed."""
    for name, contributor in contributors(call.interpreter, atom.cls):
        saves = any(_saves(call, one) for one in contributor)
        if saves and (names is None or name in names) and name not in (excluded or ()):
            held = call.interpreter.attributes.get(call.evaluator, atom.alone, name, call.line)
            call.interpreter.objects.method(call.evaluator, held, "set", call.line, Arguments((UNKNOWN,)))


def _saves(call: NativeCall, atom: Atom) -> bool:
    """Whether an attribute of a model saves what a form was given for it."""
    return isinstance(atom, Instance) and call.interpreter.classes.lookup(atom.cls, "save_form_data")[0] is not None


def _many(model: ModelInfo | None) -> list[Relation]:
    if model is None:
        return []
    found = [relation for relation in model.relations.values() if relation.kind == "m2m"]
    for parent in model.parents:
        found.extend(_many(parent))
    return found


def _listed(call: NativeCall, name: str) -> set[str] | None:
    """The field names that a form's `Meta` lists; None where it does not, or lists all."""
    found: set[str] | None = None
    for meta in call.arguments.get(1, "meta") or ():
        cls = meta.cls if isinstance(meta, (ClassAtom, Instance)) else None
        if cls is None:
            continue
        for atom in call.interpreter.classes.lookup(cls, name)[1]:
            members = containers.members(atom.alone)
            if members is None:
                return None
            found = (found or set()).union(text for member in members for text in strings(member))
    return found


NATIVES: Final[dict[str, Handler]] = {
    "builtins.__save_m2m__": save_many,
    **{f"related.{name}": handler for name, handler in RELATED.items()},
}
