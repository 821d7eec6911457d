"""What do association proxies stand for?  What is behind them, and what is made of what is put in.

    tags = association_proxy("tag_rows", "name")
    order.tags.append("new")  # puts Tag("new") into order.tag_rows

An object of what is behind is made of each text or number, by the `creator` where there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, Container, Instance
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.related import across
from boundary.link.members.emptiness import is_bare

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.sqlalchemy.mapping import Mapping
    from boundary.link.frameworks.sqlalchemy.related import Relation
    from boundary.link.frameworks.sqlalchemy.specs import ProxySpec

ACROSS: Final = "relationships behind proxies"


def proxy_of(
    interpreter: Interpreter, mapping: Mapping, cls: ClassInfo, name: str
) -> tuple[Relation, ProxySpec] | None:
    """The relationship that an association proxy of a class goes through, and the proxy; None for other attributes."""
    for one in interpreter.classes.mro(cls):
        spec = one.data.get("proxies", {}).get(name)
        through = mapping.relation(spec.through) if spec is not None else None
        if through is not None:
            return through, spec
    return None


def behind(interpreter: Interpreter, through: Relation, spec: ProxySpec) -> Relation | None:
    """The relationship that a proxy is like, if it is like one."""
    held: dict[tuple[Relation, str], Relation | None] = interpreter.frameworks.state.setdefault(ACROSS, {})
    key = through, spec.attribute
    if key not in held:
        held[key] = across(through, spec.attribute, spec.creator)
    return held[key]


def objects_for(evaluator: Evaluator, relation: Relation, value: Value, line: int) -> Value:
    """The objects that are put into a relationship through a proxy of a column of theirs."""
    if relation.creator is None or all(_is_empty(evaluator, atom.alone) for atom in value):
        return value
    held = value | join(atom.element for atom in value if isinstance(atom, Container))
    if any(isinstance(atom, Instance) and mappings(evaluator.interpreter).add(atom.cls) is not None for atom in held):
        return value
    calls = evaluator.interpreter.calls
    made = calls.unknown_call(evaluator, relation.creator, line=line) if relation.creator else BOTTOM
    rows = frozenset(one for one in made if isinstance(one, Instance) and one.cls is relation.target.cls)
    return rows or evaluator.atoms.instance(relation.target.cls, stored=False)


def _is_empty(evaluator: Evaluator, value: Value) -> bool:
    """Whether nothing is put in: None, or a collection of nothing."""
    if value == evaluator.atoms.none:
        return True
    (atom,) = value
    return is_bare(atom)
