"""What do the relationships and columns that a mapper lists mean to generic code?  Names, directions, classes.

`for key, value in data.items(): if key in mapper.relationships: ...` works on any mapped class: each relationship says
where it leads (`prop.mapper.class_`), which way (`prop.direction`) and whether it holds many (`prop.uselist`). Columns
are known by their names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import WIDEST, join
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.models import MAPPER, mappings
from boundary.link.frameworks.sqlalchemy.named import NamedHook
from boundary.link.members.picking import LISTED, RELATION

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.sqlalchemy.mapping import Mapping
    from boundary.link.frameworks.sqlalchemy.related import Relation

PROPERTIES: Final = "sqlalchemy.orm.ReadOnlyProperties"
ATTRIBUTE: Final = "sqlalchemy.orm.attributes.InstrumentedAttribute"
PROPERTY: Final = "sqlalchemy.orm.RelationshipProperty"
LISTS: Final = {
    "relationships": "relationships",
    "columns": "columns",
    "c": "columns",
    "column_attrs": "columns",
    "attrs": "all",
    "iterate_properties": "all",
    "all_orm_descriptors": "all",
}
DIRECTIONS: Final = {"o2m": "ONETOMANY", "m2o": "MANYTOONE", "m2m": "MANYTOMANY"}


def listed(evaluator: Evaluator, cls: ClassInfo, name: str) -> Value | None:
    """What `mapper.<name>` lists of its class; None where it lists nothing."""
    properties = evaluator.interpreter.library_class(PROPERTIES) if name in LISTS else None
    if properties is None:
        return None
    return evaluator.atoms.instance(properties, site=(LISTED, cls, LISTS[name]))


def relations(mapping: Mapping) -> dict[str, Relation]:
    """The relationships of a class by name, inherited ones too."""
    found: dict[str, Relation] = {}
    for relation in mapping.all_relations():
        found.setdefault(relation.name, relation)
    return found


def column_names(mapping: Mapping) -> list[str]:
    """The names of the columns of a class, inherited ones too."""
    found = list(mapping.columns)
    for parent in mapping.parents:
        found.extend(name for name in column_names(parent) if name not in found)
    return found


def entries_of(evaluator: Evaluator, atom: Instance) -> dict[str, Value]:
    """What a mapper lists, by name: of columns nothing is known but that."""
    assert isinstance(atom.site, tuple)  # noqa: S101 - these are made by `listed`
    _, cls, kind = atom.site
    mapping = mappings(evaluator.interpreter).add(cls)
    if mapping is None:
        return {}
    found: dict[str, Value] = {}
    if kind != "relationships":
        found.update(dict.fromkeys(column_names(mapping), UNKNOWN))
    cls = evaluator.interpreter.library_class(PROPERTY)
    if kind != "columns" and cls is not None:
        for name, relation in relations(mapping).items():
            found[name] = evaluator.atoms.instance(cls, relation=relation, site=(RELATION, name))
    return found


class PropertiesHook(NamedHook):
    """The relationships or columns of a class."""

    base = PROPERTIES
    natives = "sqlalchemy.listed"

    def members(self, evaluator: Evaluator, atom: Instance) -> list[tuple[Value, Value]]:
        """Each relationship and column; of many the columns share a name that is not known.

        More names than a value holds would all be forgotten, and those of columns say the least.
        """
        entries = entries_of(evaluator, atom)
        crowded = len(entries) > WIDEST and any(held is not UNKNOWN for held in entries.values())
        found = [
            (UNKNOWN if crowded and held is UNKNOWN else evaluator.atoms.constant(name), held)
            for name, held in entries.items()
        ]
        return list(dict.fromkeys(found))

    def under(self, evaluator: Evaluator, atom: Instance, names: Value) -> Value:
        """What is listed under names that are known."""
        entries = entries_of(evaluator, atom)
        return join(entries[one] for one in strings(names) if one in entries) or UNKNOWN

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`mapper.relationships.keys()`, `mapper.relationships.orders`."""
        return super().missing(evaluator, atom, name, line) or entries_of(evaluator, atom).get(name)

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """Iterating gives the relationships, not their names."""
        del line
        return join(entries_of(evaluator, atom).values()) or UNKNOWN

    def names(self, evaluator: Evaluator, atom: Instance) -> tuple[str, ...] | None:
        """What `in` asks are the names."""
        return tuple(entries_of(evaluator, atom))


class PropertyHook(Hook):
    """A relationship as generic code sees it."""

    base = PROPERTY

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`prop.direction`, `.mapper`, `.uselist`, `.key`, `.argument`, `.parent`."""
        del line
        relation: Relation | None = atom.relation  # type: ignore[assignment]
        mapper = evaluator.interpreter.library_class(MAPPER)
        if relation is None or mapper is None:
            return None
        atoms = evaluator.atoms
        if name == "direction":
            said = DIRECTIONS[relation.kind]
            return atoms.member(mapper, said, said, atoms.constant(said), acts=False)
        if name in {"mapper", "entity", "parent"}:
            side = relation.source if name == "parent" else relation.target
            return atoms.instance(mapper, model=side.cls)
        if name == "argument":
            return atoms.class_(relation.target.cls)
        if name in {"uselist", "viewonly"}:
            return atoms.constant(not relation.scalar if name == "uselist" else relation.view_only)
        return atoms.constant(relation.name) if name == "key" else None


class AttributeHook(Hook):
    """A relationship as an expression knows what a mapper lists."""

    base = ATTRIBUTE

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Order.lines.property`, `Order.lines.impl`."""
        del line
        if name not in {"property", "prop", "impl"} or not isinstance(atom.site, tuple) or atom.site[0] != "attribute":
            return None
        _, cls, attribute = atom.site
        if name == "impl":
            return self._held_by(evaluator, cls, attribute)
        held = listed(evaluator, cls, "relationships")
        found = [entries_of(evaluator, one).get(attribute) for one in held or () if isinstance(one, Instance)]
        return found[0] if found else None

    @staticmethod
    def _held_by(evaluator: Evaluator, cls: ClassInfo, name: str) -> Value | None:
        """What holds the values of an attribute: its class tells columns, objects and collections apart."""
        mapping = mappings(evaluator.interpreter).add(cls)
        relation = mapping.relation(name) if mapping is not None else None
        kind = "Scalar" if relation is None else "ScalarObject" if relation.scalar else "Collection"
        held = evaluator.interpreter.library_class(f"sqlalchemy.orm.attributes.{kind}AttributeImpl")
        return evaluator.atoms.instance(held) if held is not None else None


_LISTED: Final = PropertiesHook()
HOOKS: Final = (_LISTED, PropertyHook(), AttributeHook())
NATIVES: Final = _LISTED.handlers()
