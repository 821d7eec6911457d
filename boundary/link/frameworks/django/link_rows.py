"""What does a row of a link table know that Django makes?  The two rows of its pair, by the names of their models.

`Order.tags.through.objects.filter(tag__text="rush").select_related("order")`: a field that points from orders to tags
has a table of pairs, for which Django makes a model with a foreign key to each side. What deletes and couplings know of
such a table they know from the field itself, so these keys are incoming to nobody.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import ModelInfo, Relation


def add_ends(interpreter: Interpreter, key: ClassInfo, pairs: ModelInfo, relation: Relation) -> None:
    """Give the model of a link table its two foreign keys, objects of the class `key`."""
    for name, target in sides(relation).items():
        to = interpreter.atoms.class_(target.cls)
        spec = replace(relation.spec, kind=key, to=to, related_name="+", db_table=None, nullable=False)
        pairs.fields[name] = spec
        pairs.relations[name] = replace(
            relation,
            kind="fk",
            source=pairs,
            name=name,
            spec=spec,
            target=target,
            through_table=None,
            accessor=None,
            made=None,
        )
        pairs.cls.made[name] = interpreter.atoms.instance(key, site=spec)


def sides(relation: Relation) -> dict[str, ModelInfo]:
    """What a pair's two rows are called, and their models."""
    source, target = relation.source, relation.target
    first, second = source.cls.name.lower(), target.cls.name.lower()
    if first == second:
        return {f"from_{first}": source, f"to_{second}": target}
    return {first: source, second: target}
