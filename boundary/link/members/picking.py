"""Which loops and comprehensions look at each member by itself?

The fields that a model lists say of themselves what they are (`field.one_to_many`), and code that works on any model
asks them. So they are kept apart where a loop goes through them, and where a comprehension picks some.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import is_unknown
from boundary.link.domain.values import ClassAtom, Container, External, Instance, Wrapped

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value

FIELD: Final = "model field"
"""The kind of a value that is a field of a model, as `_meta` lists it."""
COLUMN: Final = "model column"
"""The kind of a value that is a field of a model which points at nothing; its class is all else that is said of it."""
MODELS: Final = "django.db.models."
RELS: Final = "django.db.models.fields.reverse_related"
RELATED: Final = frozenset({"django.db.models.fields.related.RelatedField", f"{RELS}.ForeignObjectRel"})
"""The classes of fields that are no columns."""
OTHER_ENDS: Final[dict[str, str]] = {"fk": "ManyToOneRel", "o2o": "OneToOneRel", "m2m": "ManyToManyRel"}
"""What the other end of a relation is, by the kind of the relation."""
LISTED: Final = "what a mapper lists"
"""The begin of the site of what a mapper lists of its class."""
RELATION: Final = "relationship as it is listed"
"""The begin of the site of one of its relationships."""
MAPPER: Final = "sqlalchemy.orm.Mapper"
"""The class of what a registry of SQLAlchemy lists instead of classes."""
RULE: Final = "deletion rule"
"""The kind of a value that says what becomes of a field's row when the other one is deleted: a function of Django's."""
FIELDS: Final = frozenset({"list", "generator"})
MOST_FIELDS: Final = 120
"""Of more fields than this none is looked at by itself."""


def fields_in(iterable: Value) -> tuple[Value, ...] | None:
    """The fields that a collection lists, or several together; None for collections of anything else.

    Columns, and a field that says nothing of itself, may be among them.
    """
    found: dict[Value, None] = {}
    for atom in iterable:
        if not isinstance(atom, Container) or atom.kind not in FIELDS or atom.entries is None:
            return None
        found.update(dict.fromkeys(atom.entries))
    atoms = [atom for member in found for atom in member] if len(found) <= MOST_FIELDS else []
    told = [atom for atom in atoms if not is_unknown(atom)]
    return tuple(found) if told and all(is_column(atom) or _is_field(atom) for atom in told) else None


def is_class(atom: Atom) -> bool:
    """Whether a value is a class, or what maps one."""
    return isinstance(atom, ClassAtom) or (
        isinstance(atom, Instance) and atom.model is not None and atom.cls.dotted == MAPPER
    )


def is_column(atom: Atom) -> bool:
    """Whether a value is a field that points at nothing."""
    return isinstance(atom, Wrapped) and atom.kind == COLUMN


def _is_field(atom: Atom) -> bool:
    if isinstance(atom, Instance):
        return isinstance(atom.site, tuple) and atom.site[0] == RELATION
    if isinstance(atom, Container):  # a name and its field
        return atom.kind == "tuple" and any(_is_field(one) for part in atom.entries or () for one in part)
    return isinstance(atom, Wrapped) and atom.kind == FIELD


def is_other_end(atom: Wrapped, cls: ClassInfo) -> bool | None:
    """Whether what a model lists is the other end of a relation that is of a class of Django's; None for a field."""
    relation, forward = atom.extra
    name = OTHER_ENDS.get(relation.kind)
    if forward or name is None or not cls.library:
        return None
    above = {"ForeignObjectRel", name, "ManyToOneRel" if name == "OneToOneRel" else name}
    return cls.module.name == RELS and cls.name in above


def is_exactly_of(atom: Wrapped, cls: ClassInfo) -> bool | None:
    """Whether a class is that of what a model lists: `type(relation) is ManyToOneRel`."""
    kind = class_of_field(atom)
    if kind is not None:
        return kind is cls
    relation, forward = atom.extra
    name = None if forward else OTHER_ENDS.get(relation.kind)
    return None if name is None else cls.module.name == RELS and cls.name == name


def is_same_rule(one: Atom, other: Atom) -> bool | None:
    """Whether what becomes of a field's row is a rule of Django's (`relation.on_delete is CASCADE`)."""
    if not isinstance(one, Wrapped) or one.kind != RULE:
        return None
    if isinstance(other, Wrapped) and other.kind == RULE:
        return bool(one.extra == other.extra)
    if isinstance(other, External) and other.dotted.startswith(MODELS):
        return bool(one.extra == other.dotted.rpartition(".")[2].removeprefix("DB_"))
    return None


def class_of_field(atom: Wrapped) -> ClassInfo | None:
    """The class of a field that a model lists, None for the other end of one."""
    relation, forward = atom.extra
    kind: ClassInfo | None = relation.spec.kind if forward else None
    return kind
