"""Which relationship is meant where its name is not known?  The only one that takes what it is given.

`Order(**data)` and `setattr(order, name, value)` of generic code give objects to a relationship that only a run can
name. A list of tags can be no other than the one that holds tags. What walks over `dir(order)` asks for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, Container, Instance, Wrapped
from boundary.link.frameworks.sqlalchemy.models import mappings

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.sqlalchemy.mapping import Mapping
    from boundary.link.frameworks.sqlalchemy.related import Relation


def taking(evaluator: Evaluator, mapping: Mapping, value: Value) -> list[tuple[Relation, Value]]:
    """The relationships of a class that alone can take an object or a list that is in a value, with what they take."""
    index = mappings(evaluator.interpreter)
    found: dict[tuple[ClassInfo, bool], Value] = {}
    for atom in value:
        many = isinstance(atom, Container)
        for one in atom.element if isinstance(atom, Container) else (atom,):
            if isinstance(one, Instance) and index.add(one.cls) is not None:
                key = one.cls, many
                found[key] = found.get(key, BOTTOM) | {one}
    pairs: list[tuple[Relation, Value]] = []
    for (cls, many), given in found.items():
        able = [one for one in relations_of(mapping) if one.scalar is not many and _holds(evaluator, one, cls)]
        if len(able) == 1:
            pairs.append((able[0], given))
    return pairs


def every(evaluator: Evaluator, mapping: Mapping, atom: Instance, line: int) -> Value:
    """What asking an object for all that it has gives: each relationship is loaded, each property is run."""
    names = [name for name in (one.name for one in mapping.all_relations()) if not name.startswith("_")]
    for cls in evaluator.interpreter.classes.mro(atom.cls):
        if not cls.library:
            names.extend(
                name for name in cls.bindings if not name.startswith("_") and _is_property(evaluator, cls, name)
            )
    get = evaluator.interpreter.attributes.of
    return join(get(evaluator, atom, name, line) for name in dict.fromkeys(names))


def _is_property(evaluator: Evaluator, cls: ClassInfo, name: str) -> bool:
    return any(
        isinstance(one, Wrapped) and one.kind == "property" for one in evaluator.interpreter.classes.own(cls, name)
    )


def relations_of(mapping: Mapping) -> list[Relation]:
    """The relationships of a class and of those that it inherits from, by name, that can be set."""
    found: dict[str, Relation] = {}
    stack = [mapping]
    while stack:
        one = stack.pop()
        for name, relation in one.relations.items():
            found.setdefault(name, relation)
        stack.extend(one.parents)
    return [one for one in found.values() if not one.view_only]


def _holds(evaluator: Evaluator, relation: Relation, cls: ClassInfo) -> bool:
    return evaluator.interpreter.classes.derives(cls, relation.target.cls)
