"""Of which class is the row that a foreign key was given?

A key to a model that others extend (multi-table inheritance) is given a row of one of those: `Version(repository=self)`
in a method of `Repository`, called on a `FileRepository`. What the made row has there is the very same row, and to save
it writes the tables of both. So rows that are made with rows of different models are kept apart. A row that was read
from its table has one of the model that the key points at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.kept_apart import keep_apart
from boundary.link.domain.values import BOTTOM, Instance
from boundary.link.frameworks.django.tables import model_of, relation_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import ModelInfo, Relation

GIVEN: Final = "given"
ONE: Final = frozenset({"fk", "o2o"})
MOST: Final = 24
"""So many rows of one model, each given others, are kept apart."""


def given_rows(evaluator: Evaluator, cls: ClassInfo, given: Mapping[str, Value]) -> Hashable:
    """What keeps a row apart that is made with a row of a model below that of a key; None for all others."""
    model = model_of(evaluator.interpreter, cls) if given else None
    if model is None:
        return None
    found = []
    for name, value in given.items():
        relation = relation_of(model, name)
        if relation is None or relation.kind not in ONE or relation.name != name or len(value) != 1:
            continue
        (row,) = value
        if isinstance(row, Instance) and _extends(evaluator, row, relation.target):
            found.append((name, row.cls))
    return keep_apart(cls, (GIVEN, tuple(sorted(found, key=str))), MOST) if found else None


def given_row(evaluator: Evaluator, holder: Instance, relation: Relation) -> Value:
    """The row that one was made with; it has its own key by then."""
    site = holder.site
    if not isinstance(site, tuple) or site[0] != GIVEN:
        return BOTTOM
    return next((evaluator.atoms.instance(cls, stored=True) for name, cls in site[1] if name == relation.name), BOTTOM)


def _extends(evaluator: Evaluator, row: Instance, target: ModelInfo) -> bool:
    own = None if row.guessed or row.cls is target.cls else model_of(evaluator.interpreter, row.cls)
    return own is not None and own.table != target.table and target in own.lineage
