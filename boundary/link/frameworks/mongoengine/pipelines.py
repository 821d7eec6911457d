"""Which other collections does an aggregation touch?  Stages that look up, unite, and write what comes out.

    [{"$lookup": {"from": "customer", ...}}, {"$merge": {"into": "report"}}]

Stages that are not known, and names in them that are not, are blind spots.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, Container
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model.scan import Operation

STAGES: Final[dict[str, tuple[tuple[Operation, ...], str]]] = {
    "$lookup": (("read",), "from"),
    "$graphLookup": (("read",), "from"),
    "$unionWith": (("read",), "coll"),
    "$out": (("delete", "insert"), "coll"),
    "$merge": (("insert", "update"), "into"),
}
"""What a stage does to which collection: the one that its value names, or a key of that."""
NESTED: Final = frozenset({"$lookup", "$unionWith"})
UNKNOWN_STAGES: Final = "an aggregation of stages that are not known"
UNNAMED: Final = "an aggregation about a collection whose name is not known"


def touch_stages(evaluator: Evaluator, pipelines: Iterable[Value], line: int) -> None:
    """The collections that the stages of aggregations touch, beside the one that is asked."""
    for pipeline in pipelines:
        stages = containers.members(pipeline)
        if stages is None:
            stages = (pipeline,)  # each stage by itself, as older versions have it
            if not containers.pairs(pipeline):
                evaluator.blind(line, UNKNOWN_STAGES)
                continue
        for stage in stages:
            _touch_stage(evaluator, stage, line)


def _touch_stage(evaluator: Evaluator, stage: Value, line: int) -> None:
    for name, said in (containers.pairs(stage) or {}).items():
        if name == "$facet":
            touch_stages(evaluator, (containers.pairs(said) or {}).values(), line)
        if name not in STAGES:
            continue
        operations, key = STAGES[str(name)]
        parts = containers.pairs(said)
        named = said if parts is None else parts.get(key, BOTTOM)
        if any(isinstance(one, Container) for one in named):  # {"into": {"db": "x", "coll": "y"}}
            named = (containers.pairs(named) or {}).get("coll", BOTTOM)
        tables = strings(named)
        if not tables and not (parts is not None and "pipeline" in parts and key not in parts):
            evaluator.blind(line, UNNAMED)
        for table in tables:
            for op in operations:
                evaluator.touch(table, op, line)
        if name in NESTED and parts is not None and "pipeline" in parts:
            touch_stages(evaluator, [parts["pipeline"]], line)
