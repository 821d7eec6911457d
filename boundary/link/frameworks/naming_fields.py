"""Which row is saved where only its fields are named?  `found.save(update_fields=["depth", "position"])`.

Evidence of last resort: what is saved is not known at all, and exactly one model of the project has all these fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.django.models import models
from boundary.link.members import containers
from boundary.link.syntax.kinds import ATTRIBUTE

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import ModelInfo
    from boundary.model import code

LISTED: Final = "update_fields"
SAVES: Final = frozenset(["save", "asave"])


def guessed(evaluator: Evaluator, node: code.Call) -> Value:
    """The `save` that a call on something unknown means, by the fields that it lists."""
    if type(node.function) is not ATTRIBUTE or node.function.name not in SAVES:
        return BOTTOM
    listed = next((one.value for one in node.keywords if one.name == LISTED), None)
    return (
        _saved(evaluator, evaluator.evaluate(listed), node.function.name, node.line) if listed is not None else BOTTOM
    )


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """The same of what code gives that is not read: `graph.nodes[1]["row"].save(update_fields=[...])`."""
    name = atom.dotted.rpartition(".")[2]
    if name not in SAVES or LISTED not in arguments.keywords:
        return None
    method = _saved(evaluator, arguments.keywords[LISTED], name, line)
    before, evaluator.confidence = evaluator.confidence, "guessed"
    try:
        return evaluator.interpreter.calls.call(evaluator, method, arguments, line) if method else None
    finally:
        evaluator.confidence = before


def _saved(evaluator: Evaluator, listed: Value, name: str, line: int) -> Value:
    """The method of the one model that has all the fields that a value lists."""
    members = containers.members(listed)
    names = frozenset(text for one in members or () for text in strings(one))
    if not members or len(names) < len(members):
        return BOTTOM
    held = [one.cls for one in models(evaluator.interpreter).by_class.values() if _has(one, names)]
    if len(held) != 1:
        return BOTTOM
    row = evaluator.atoms.instance(held[0], guessed=True)
    return evaluator.interpreter.attributes.get(evaluator, row, name, line)


def _has(model: ModelInfo, names: frozenset[str]) -> bool:
    """Whether a model with a table of its own has all these fields itself."""
    return not model.abstract and not model.proxy and not model.cls.library and names <= model.fields.keys()
