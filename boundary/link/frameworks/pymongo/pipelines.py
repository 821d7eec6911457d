"""Which other collections does a pipeline of MongoDB name?  Those that it looks up, and those that it writes into.

db.orders.aggregate([
    {"$lookup": {"from": "customers", "localField": "customer", "foreignField": "_id", "as": "customer"}},
    {"$merge": {"into": "totals"}},
])

Stages are found wherever they stand in what is given, also inside `$facet` and in pipelines of stages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import ANY, Container
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model.scan import Operation

LOOKS_UP: Final = {"$lookup": "from", "$graphLookup": "from", "$unionWith": "coll"}
"""The stages that read another collection, and where its name stands; or the name itself stands there."""
WRITES: Final[dict[str, tuple[str, tuple[Operation, ...]]]] = {
    "$out": ("coll", ("delete", "insert")),
    "$merge": ("into", ("insert", "update")),
}
"""The stages that write, where the name stands, and what they do."""
DEEPEST: Final = 8

UNKNOWN_STAGES: Final = "an aggregation of stages that are not known"
UNNAMED: Final = "an aggregation about a collection whose name is not known"


def touch_stages(evaluator: Evaluator, pipelines: Iterable[Value], line: int) -> None:
    """The collections that the stages of aggregations touch, beside the one that is asked."""
    for pipeline in pipelines:
        for op, name in mentioned(pipeline):
            if name is None:
                evaluator.blind(line, UNNAMED)
            else:
                evaluator.touch(name, op, line)
        if any(ANY in held for held in (pipeline, *_elements(pipeline))):
            evaluator.blind(line, UNKNOWN_STAGES)


def mentioned(pipeline: Value) -> list[tuple[Operation, str | None]]:
    """What a pipeline does to which other collections; None for one of no known name."""
    found = list(dict.fromkeys(_stages(pipeline, DEEPEST)))
    known = {op for op, name in found if name is not None}
    return [(op, name) for op, name in found if name is not None or op not in known]


def _elements(pipeline: Value) -> list[Value]:
    return [atom.element for atom in pipeline if isinstance(atom, Container) and atom.kind != "dict"]


def _stages(value: Value, depth: int) -> Iterator[tuple[Operation, str | None]]:
    if depth == 0:
        return
    for atom in value:
        if not isinstance(atom, Container):
            continue
        if atom.kind != "dict":
            yield from _stages(atom.element, depth - 1)
            continue
        for key, held in (containers.pairs(atom.alone) or {}).items():
            if key in LOOKS_UP:
                yield from (("read", name) for name in _named(held, LOOKS_UP[str(key)]) if name is not None)
            elif key in WRITES:
                inside, ops = WRITES[str(key)]
                yield from ((op, name) for name in _named(held, inside) for op in ops)
            yield from _stages(held, depth - 1)


def _named(held: Value, inside: str) -> Iterator[str | None]:
    """`"customers"`, `{"from": "customers"}`, `{"into": {"db": "shop", "coll": "totals"}}`."""
    yield from strings(held)
    found = containers.pairs(held) or {}
    for name in inside, "coll":
        if name in found:
            yield from _named(found[name], "coll")
            return
    if ANY in held or (found and not strings(held)):
        yield None
