"""What do the attributes of a model and of its rows mean?  Managers, reverse accessors, `_meta`, `pk`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join, union
from boundary.link.domain.values import BOTTOM, PRESENT, UNKNOWN, ClassAtom, Instance, Wrapped
from boundary.link.frameworks.django.annoying import made_when_asked
from boundary.link.frameworks.django.asked_managers import asked
from boundary.link.frameworks.django.defaults import ask_defaults
from boundary.link.frameworks.django.fields import related_value
from boundary.link.frameworks.django.generic import keep_generic
from boundary.link.frameworks.django.given_rows import given_rows
from boundary.link.frameworks.django.managers import is_manager, manager_for, replaces
from boundary.link.frameworks.django.meta import listed
from boundary.link.frameworks.django.models import MODEL, models
from boundary.link.frameworks.django.ordered_rows import order_of
from boundary.link.frameworks.django.polymorphic import stored_row
from boundary.link.frameworks.django.tables import accessors, inherited, keys_in, model_of, relation_of
from boundary.link.frameworks.django.unnamed import unnamed
from boundary.link.frameworks.protocol import Hook
from boundary.link.members.picking import FIELD
from boundary.link.syntax.kinds import ASSIGN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import ModelInfo, Relation
    from boundary.link.frameworks.django.models import Models
    from boundary.link.frameworks.protocol import Handler

BESIDE: Final = ("get_next_by_", "get_previous_by_", "get_next_in_order", "get_previous_in_order")
"""Methods that Django makes for each column of a date, and for rows that have an order."""
PARENT: Final = "_ptr"
PROMISED: Final = "names that are only annotated"


class ModelHook(Hook):
    """Instances and classes of models."""

    base = MODEL

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Order(...)`: an object whose row does not exist yet."""
        value = evaluator.atoms.instance(cls, stored=False, site=given_rows(evaluator, cls, arguments.keywords))
        cls.data["instantiated"] = True
        keep_generic(evaluator, cls, arguments.keywords, line)
        ask_defaults(evaluator, cls, arguments, line)
        owner, _ = evaluator.interpreter.classes.lookup(cls, "__init__")
        if owner is not None:
            evaluator.interpreter.objects.construct(evaluator, value, arguments, line)
        return value

    def made(self, evaluator: Evaluator, cls: ClassInfo) -> None:
        """`type("OrderLog", (Log,), {"order": ForeignKey(Order)})`: it points at others, whether it is used or not."""
        models(evaluator.interpreter).add(cls)

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """Managers bound to the model, `_meta`, exceptions."""
        del line
        if name in {"_default_manager", "_base_manager"}:
            return manager_for(evaluator, atom.cls)
        if name == "_meta":
            return evaluator.atoms.wrapped("meta", BOTTOM, atom.cls)
        if name in {"DoesNotExist", "MultipleObjectsReturned", "NotUpdated"}:
            return evaluator.atoms.external(f"django.core.exceptions.{name}")
        _, held = evaluator.interpreter.classes.lookup(atom.cls, name)
        if not held and name == "objects":
            return manager_for(evaluator, atom.cls)
        if not held and (model := model_of(evaluator.interpreter, atom.cls)) is not None:
            return _other_end(evaluator, model, name) or asked(evaluator, atom.cls, name)
        if not any(is_manager(evaluator.interpreter, one) for one in held):
            if name == "objects" and replaces(evaluator.interpreter, atom.cls, held):
                return manager_for(evaluator, atom.cls)
            return None
        managers = [one for one in held if isinstance(one, Instance) and is_manager(evaluator.interpreter, one)]
        return join(
            one.alone if _is_of_another(evaluator, one, atom.cls) else evaluator.atoms.instance(one.cls, model=atom.cls)
            for one in managers
        )

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`_meta`, `pk`, and the other end of a one-to-one relation that was assigned somewhere."""
        if name == "_meta":
            return evaluator.atoms.wrapped("meta", BOTTOM, atom.cls)
        if name in {"pk", "id"}:
            return PRESENT if atom.stored else UNKNOWN
        if name == "_state":
            return evaluator.atoms.wrapped("row state", BOTTOM, atom.stored)
        if name in _promised(evaluator, atom.cls):
            model = model_of(evaluator.interpreter, atom.cls)
            if model is not None and relation_of(model, name) is not None:
                return self.missing(evaluator, atom, name, line)
        return _assigned_backwards(evaluator, atom, name, line) if name in evaluator.interpreter.stored_names else None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """Reverse accessors."""
        model = model_of(evaluator.interpreter, atom.cls)
        if model is None or name.startswith("__"):
            return None
        relation = relation_of(model, name)
        if relation is not None:
            forward = model.relations.get(name) is relation or inherited(model, name) is relation
            held = related_value(evaluator, relation, atom, line, forward=forward)
            if forward:
                return held
            made_when_asked(evaluator, relation, line)
            return union(held, _where_none_is(evaluator, relation, atom, name, line))
        if model.abstract:
            below = [
                models(evaluator.interpreter).by_class.get(cls) for cls in evaluator.interpreter.classes.below(atom.cls)
            ]
            found = [relation_of(one, name) for one in below if one is not None]
            values = [related_value(evaluator, one, atom, line, forward=False) for one in found if one is not None]
            if values:
                return join(values)
        if (ordered := order_of(evaluator, model, name, line)) is not None:
            return ordered
        if name.startswith(BESIDE):
            return evaluator.interpreter.attributes.get(evaluator, atom.alone, "_beside", line)
        if name.endswith(("_id", "_display", "_cache")):
            return UNKNOWN
        return _parent(evaluator, model, atom, name, line) if name.endswith(PARENT) else None

    def unnamed(self, evaluator: Evaluator, atom: Instance) -> Value:
        """Perhaps a many-to-many field."""
        return unnamed(evaluator, atom)

    def others(self, evaluator: Evaluator, atom: Instance) -> Iterable[str]:
        """The other ends of the relations that point at the row, and the keys of the rows that it points at."""
        model = model_of(evaluator.interpreter, atom.cls)
        return [*accessors(model), *keys_in(model)]

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """A column's value is written with the row, not here; a relation of many rows takes no assignment at all."""
        model = model_of(evaluator.interpreter, atom.cls)
        if model is None:
            return False
        keep_generic(evaluator, atom.cls, {name: value}, line)
        if any(name in one.fields for one in model.lineage) or name in {"pk", "id", "_state"} or name.endswith("_id"):
            return True
        relation = relation_of(model, name)
        return relation is not None and relation.kind != "o2o" and relation.accessor == name

    def store_in_class(self, evaluator: Evaluator, atom: ClassAtom, name: str, value: Value, line: int) -> bool:
        """What a field puts where it stands, while a model is made, is how the field is read: nothing else is meant."""
        del value, line
        index: Models | None = evaluator.interpreter.frameworks.state.get("models")
        model = index.by_class.get(atom.cls) if index is not None and index.built else None  # a decorator may be first
        return model is not None and name in model.fields


def _is_of_another(evaluator: Evaluator, manager: Instance, cls: ClassInfo) -> bool:
    """Whether a class was given the manager of a model that it does not extend: that of its history."""
    return manager.model is not None and not evaluator.interpreter.classes.derives(cls, manager.model)


def _parent(evaluator: Evaluator, model: ModelInfo, atom: Instance, name: str, line: int) -> Value | None:
    """`company.customer_ptr`: the row of the model above, by the field that Django makes; nothing is read for it."""
    for parent in model.lineage[1:]:
        if name == f"{parent.cls.name.lower()}{PARENT}":
            return stored_row(evaluator, parent.cls, line, guessed=atom.guessed)
    return None


def _promised(evaluator: Evaluator, cls: ClassInfo) -> frozenset[str]:
    """The names that class bodies only annotate (`line_set: "LineQuerySet"`): for those who read, Django makes them."""
    known: frozenset[str] | None = cls.answers.get(PROMISED)
    if known is None:
        known = cls.answers[PROMISED] = frozenset(
            name
            for one in evaluator.interpreter.classes.mro(cls)
            if not one.library
            for name, bindings in one.bindings.items()
            if all(type(held.statement) is ASSIGN and held.statement.value is None for held in bindings)
        )
    return known


def _other_end(evaluator: Evaluator, model: ModelInfo, name: str) -> Value | None:
    """What a model is to a relation of another one: `Tag.orders.through`, `User.profile.related.related_model`."""
    relation = relation_of(model, name)
    if relation is None or relation.source is model:
        return None
    if relation.kind == "m2m":
        return manager_for(evaluator, relation.source.cls, relation=relation)
    return evaluator.atoms.wrapped(FIELD, UNKNOWN, (relation, False)) if relation.kind in {"fk", "o2o"} else None


def _where_none_is(evaluator: Evaluator, relation: Relation, atom: Instance, name: str, line: int) -> Value:
    """What a row's own `__getattr__` gives where no row points at it: that there is none is an `AttributeError`."""
    if relation.kind != "o2o" or evaluator.interpreter.classes.lookup(atom.cls, "__getattr__")[0] is None:
        return BOTTOM
    asked = Arguments((evaluator.atoms.constant(name),))
    return evaluator.interpreter.objects.method(evaluator, atom.alone, "__getattr__", line, asked) or BOTTOM


def _assigned_backwards(evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
    """`user.profile` where any code has `user.profile = ...`: that object, or the row that belongs to another user."""
    model = model_of(evaluator.interpreter, atom.cls)
    relation = relation_of(model, name) if model is not None else None
    if model is None or relation is None or relation.kind != "o2o":
        return None
    if relation.accessor not in {name, None}:  # None: the row of a child, by the child's name
        return None
    if model.relations.get(name) is relation or inherited(model, name) is relation:
        return None
    assigned = evaluator.interpreter.read_attribute(atom.cells, name, evaluator.context)
    return join((assigned, related_value(evaluator, relation, atom, line, forward=False)))


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`Model._meta.model`, `.default_manager`, `.db_table`."""
    del line
    if atom.kind == "row state":
        return evaluator.atoms.constant(value=False) if name == "adding" and atom.extra else UNKNOWN
    if atom.kind != "meta":
        return None
    cls: ClassInfo = atom.extra
    if name in {"model", "concrete_model", "proxy_for_model"}:
        return evaluator.atoms.class_(cls)
    if name in {"default_manager", "base_manager"}:
        return manager_for(evaluator, cls)
    model = model_of(evaluator.interpreter, cls)
    fields = listed(evaluator, model, name) if model is not None else None
    if fields is not None:
        return fields
    if model is not None and name == "db_table":
        return evaluator.atoms.constant(model.table)
    if model is not None and name == "app_label":
        return evaluator.atoms.constant(model.label)
    if name in {"object_name", "model_name"} and model is not None:
        return evaluator.atoms.constant(cls.name if name == "object_name" else cls.name.lower())
    if name in {"label", "label_lower"} and model is not None:
        return evaluator.atoms.constant(f"{model.label}.{cls.name if name == 'label' else cls.name.lower()}")
    return evaluator.atoms.external(f"meta.{name}")


HOOKS: Final = (ModelHook(),)
NATIVES: Final[dict[str, Handler]] = {f"{MODEL}.get_next": lambda _: UNKNOWN}
