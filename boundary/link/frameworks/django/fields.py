"""What does a field of a model give?  Its arguments where it is defined, related rows where it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import known, strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, NO_JOINS, UNKNOWN, Constant, External, Function, Instance
from boundary.link.frameworks.django.abstract_rows import models_below
from boundary.link.frameworks.django.accessor_classes import looked_up
from boundary.link.frameworks.django.given_rows import given_row
from boundary.link.frameworks.django.managers import manager_for
from boundary.link.frameworks.django.model_info import FieldSpec, Relation
from boundary.link.frameworks.django.models import FIELD, GENERIC_KEY, models
from boundary.link.frameworks.django.polymorphic import stored_row
from boundary.link.frameworks.django.tables import model_of, read, relation_of
from boundary.link.frameworks.protocol import Hook
from boundary.link.members.picking import FIELD as SEEN_FIELD

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import ModelInfo
    from boundary.link.frameworks.protocol import Handler, NativeCall


FILE_FIELD: Final = "django.db.models.fields.files.FileField"
RELATED: Final = "django.db.models.fields.related"
CONTENT_TYPE: Final = "contenttypes.contenttype"
HANDED_UP: Final = "what constructors of fields hand up"
OF_FIELDS: Final = frozenset({"name", "attname", "through", "field", "rel", "get_queryset"})
"""What is known of a field: its name; of a relation on its model's class the link table, its field, its other end."""


class FieldHook(Hook):
    """Model fields: what is written at their definition, and what reading one through an instance gives."""

    base = FIELD

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`ForeignKey("app.Model", on_delete=...)`: the arguments are kept."""
        arguments = _handed_up(evaluator, cls, arguments, line)
        has_target = evaluator.interpreter.classes.is_subclass(cls, f"{RELATED}.RelatedField")
        to = _fixed_target(evaluator, cls) if has_target else BOTTOM
        if not to:
            to = arguments.get(0 if has_target else -1, "to") or BOTTOM
        if evaluator.interpreter.classes.is_subclass(cls, GENERIC_KEY):
            to = arguments.get(0, "ct_field") or BOTTOM
        spec = FieldSpec(
            kind=cls,
            to=to,
            related_name=_text(arguments, "related_name", *_place_of_name(evaluator, cls)),
            related_query_name=_text(arguments, "related_query_name"),
            through=arguments.get(-1, "through") or BOTTOM,
            on_delete=_action(arguments.get(1, "on_delete")),
            db_table=_text(arguments, "db_table"),
            nullable=_true(arguments, "null"),
            editable=truth(arguments.get(-1, "editable") or BOTTOM) is not False,
            default=arguments.get(-1, "default") or BOTTOM,
            limits=arguments.get(-1, "limit_choices_to") or BOTTOM,
            uploads=arguments.get(-1, "upload_to") or BOTTOM,
            file=evaluator.module.file,
            line=line,
            module=evaluator.module.name,
        )
        return evaluator.atoms.instance(cls, site=spec)

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Model.tags.through`, a sender of signals; `Model.tags.field`; `self.name` in a field's own method."""
        if name not in OF_FIELDS or not isinstance(atom.site, FieldSpec):
            return None
        index = models(evaluator.interpreter)
        named = index.names_of(atom.site)
        if name == "name":
            return join(evaluator.atoms.constant(one) for one in named) or None
        held = [model.relations.get(one) for one in named for model in index.by_class.values()]
        found = [one for one in held if one is not None and one.spec is atom.site]
        if name == "attname":
            texts = [one.attname for one in found] or named
            return join(evaluator.atoms.constant(one) for one in texts) or None
        if name == "through":
            return evaluator.atoms.class_(index.through_class(found[0])) if found else None
        seen = [evaluator.atoms.wrapped(SEEN_FIELD, UNKNOWN, (one, name != "rel")) for one in found]
        if name == "get_queryset":
            return join(evaluator.interpreter.attributes.get(evaluator, one, name, line) for one in seen) or None
        return join(seen) or None

    def descriptor(self, evaluator: Evaluator, holder: Instance, name: str, held: Instance, line: int) -> Value | None:
        """`instance.field`: a related row is read, a related manager made, a column is a plain value."""
        model = model_of(evaluator.interpreter, holder.cls)
        if model is None or evaluator.interpreter.classes.is_subclass(held.cls, GENERIC_KEY):
            return None
        relation = relation_of(model, name)
        if relation is None and model.abstract:
            return _abstract_relation(evaluator, holder, name, held)
        if relation is None:
            return evaluator.atoms.external(f"column.{held.cls.name}") | _file(evaluator, holder, held, line)
        return related_value(evaluator, relation, holder, line, forward=True)


def _file(evaluator: Evaluator, holder: Instance, held: Instance, line: int) -> Value:
    """The file of a `FileField`, which saves the row that it belongs to."""
    if not evaluator.interpreter.classes.is_subclass(held.cls, FILE_FIELD):
        return BOTTOM
    _, made_by = evaluator.interpreter.classes.lookup(held.cls, "attr_class")
    arguments = Arguments((holder.alone, held.alone, UNKNOWN))
    return evaluator.interpreter.calls.call(evaluator, made_by, arguments, line)


def _handed_up(evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Arguments:
    """What the constructor of a field class of the project hands to Django's, beside what it is given itself."""
    owner, held = evaluator.interpreter.classes.lookup(cls, "__init__")
    if owner is None or owner.library:
        return arguments
    site = ("field", arguments.positional, tuple(sorted(arguments.keywords.items(), key=lambda one: one[0])))
    (receiver,) = evaluator.atoms.instance(cls, site=site)
    for one in held:
        if isinstance(one, Function):
            bound = evaluator.atoms.function(one.function, receiver, one.closure, one.traits)
            evaluator.interpreter.calls.call(evaluator, bound, arguments, line)
    handed = evaluator.interpreter.frameworks.state.get(HANDED_UP, {}).get(receiver)
    if handed is None:
        return arguments
    said = {name: value for name, value in handed.keywords.items() if known(value) or name not in arguments.keywords}
    return Arguments(_in_place(handed.positional, arguments.positional), {**arguments.keywords, **said})


def _in_place(handed: tuple[Value, ...], given: tuple[Value, ...]) -> tuple[Value, ...]:
    """What was handed up by position; a text that got lost among `*args` is the one that was given in its place."""
    if len(handed) != len(given):
        return handed or given
    return tuple(one if known(one) else other for one, other in zip(handed, given, strict=True))


def made(call: NativeCall) -> Value:
    """`Field.__init__`: the arguments are remembered for the field that is being made."""
    call.interpreter.frameworks.state.setdefault(HANDED_UP, {})[call.receiver] = call.arguments
    return call.atoms.none


def _fixed_target(evaluator: Evaluator, cls: ClassInfo) -> Value:
    """The target that a relation field of a package fixes in its class, whatever it is given by position."""
    _, held = evaluator.interpreter.classes.lookup(cls, "__to__")
    return held


def _abstract_relation(evaluator: Evaluator, holder: Instance, name: str, held: Instance) -> Value:
    """A relation of an abstract model, read through a receiver whose concrete class is not known.

    Pairs of rows are in the tables of the models below it, each of which may be meant.
    """
    spec = held.site
    index = models(evaluator.interpreter)
    if not isinstance(spec, FieldSpec) or index.relation_kind(spec) is None:
        return evaluator.atoms.external(f"column.{held.cls.name}")
    target = index.resolve(spec.to, model_of(evaluator.interpreter, holder.cls))
    if target is None:
        return UNKNOWN
    if index.relation_kind(spec) in {"m2m", "generic"}:
        links = _links_below(evaluator, holder.cls, name)
        guessed = holder.guessed or len(links) > 1
        return join(
            manager_for(
                evaluator, one.target.cls, relation=one, guessed=guessed, joins=frozenset((one.link_table or "",))
            )
            for one in links
        ) or manager_for(evaluator, target.cls, guessed=holder.guessed)
    return evaluator.atoms.instance(target.cls, guessed=holder.guessed) | UNKNOWN


def _links_below(evaluator: Evaluator, cls: ClassInfo, name: str) -> list[Relation]:
    """The many-to-many relations that the models below an abstract one have by a name."""
    found = dict.fromkeys(relation_of(one, name) for one in models_below(evaluator.interpreter, cls))
    return [one for one in found if one is not None and one.kind == "m2m" and one.link_table]


def related_value(evaluator: Evaluator, relation: Relation, holder: Instance, line: int, *, forward: bool) -> Value:
    """What a relation gives on an instance."""
    if forward and relation.kind in {"fk", "o2o"}:
        own = looked_up(evaluator, relation, holder, line)
        if own:
            return own | UNKNOWN
        read(evaluator, relation.target, line, guessed=holder.guessed)
        row = given_row(evaluator, holder, relation)
        return (row or stored_row(evaluator, relation.target.cls, line, guessed=holder.guessed)) | UNKNOWN
    if not forward and relation.kind == "o2o":
        read(evaluator, relation.source, line, guessed=holder.guessed)
        return stored_row(evaluator, relation.source.cls, line, guessed=holder.guessed) | UNKNOWN
    if relation.kind == "generic":  # its manager asks for the content type of the row that it belongs to
        read(evaluator, models(evaluator.interpreter).by_key.get(CONTENT_TYPE), line, guessed=holder.guessed)
    cls = relation.target.cls if forward else relation.source.cls
    joins = frozenset((relation.link_table,)) if relation.kind == "m2m" and relation.link_table else NO_JOINS
    end = relation.source if forward else relation.target
    below = holder.cls if relation.kind == "m2m" and _extends(evaluator.interpreter, holder.cls, end) else None
    return manager_for(evaluator, cls, relation=relation, guessed=holder.guessed, joins=joins, site=below)


def _extends(interpreter: Interpreter, cls: ClassInfo, model: ModelInfo) -> bool:
    """Whether rows of a class have a table of their own beside that of the model: they are told as what they are."""
    own = model_of(interpreter, cls)
    return own is not None and own.table != model.table and model in own.lineage


def _place_of_name(evaluator: Evaluator, cls: ClassInfo) -> tuple[int, ...]:
    """Which positional argument `related_name` is: the second of a many-to-many field, the third of a foreign key."""
    related = evaluator.interpreter.classes.is_subclass
    if related(cls, f"{RELATED}.ManyToManyField"):
        return (1,)
    return (2,) if related(cls, f"{RELATED}.ForeignKey") and not related(cls, f"{RELATED}.OneToOneField") else ()


def _text(arguments: Arguments, name: str, place: int = -1) -> str | None:
    found = strings(arguments.get(place, name) or BOTTOM)
    return found[0] if found else None


def _true(arguments: Arguments, name: str) -> bool:
    return any(isinstance(atom, Constant) and atom.value is True for atom in arguments.get(-1, name) or ())


def _action(value: Value | None) -> str:
    for atom in value or ():
        if isinstance(atom, External):
            return atom.dotted.rpartition(".")[2]
    return "CASCADE"


HOOKS: Final = (FieldHook(),)
NATIVES: Final[dict[str, Handler]] = {f"{FIELD}.__init__": made}
