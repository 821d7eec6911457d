"""Which tables change when a field does?  Those of stored computed fields that depend on it, of other models.

    amount = fields.Monetary(compute="_compute_amount", store=True)

    @api.depends("order_line.price")
    def _compute_amount(self): ...

    note = fields.Char(related="order_id.note", store=True)

A line that is written changes its order in the same transaction; so does one that is created or deleted, since the path
leads through a relation to many. One that is created changes nobody who would lead to it by a `Many2one`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.named_models import touch
from boundary.link.frameworks.odoo.models import models
from boundary.link.syntax.walking import texts_decorated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.named_models import NamedField, NamedModel

STATE: Final = "odoo computed"
DEPENDS: Final = "depends"
Node = tuple[str, str]
"""A field of a model."""


class Dependents:
    """What depends on a field, from one to the next, and on rows that come and go."""

    def __init__(self) -> None:
        self.of: dict[Node, list[Node]] = {}
        self.rows: dict[str, list[Node]] = {}

    def after(self, start: Sequence[Node]) -> list[Node]:
        """All computed fields that change with these."""
        found: dict[Node, None] = {}
        stack = list(start)
        while stack:
            for one in self.of.get(stack.pop(), ()):
                if one not in found:
                    found[one] = None
                    stack.append(one)
        return list(found)


def recompute(evaluator: Evaluator, model: NamedModel, names: Sequence[str] | None, line: int) -> None:
    """Fields of a model have changed, or (None) rows of it have come or gone: stored fields elsewhere follow."""
    held, index = models(evaluator.interpreter), dependents(evaluator.interpreter)
    if names is None:
        start = index.rows.get(model.name, [])
        changed = [*start, *index.after(start)]
    else:
        changed = index.after([(model.name, name) for name in names])
    for name in dict.fromkeys(
        name for name, field in changed if name != model.name and _is_stored(held.known(name), field)
    ):
        touch(evaluator, held.known(name), "update", line, confidence="inferred")


def _is_stored(model: NamedModel | None, field: str) -> bool:
    return model is not None and field in model.fields and model.fields[field].stored


def dependents(interpreter: Interpreter) -> Dependents:
    """What depends on what, found once."""
    index: Dependents | None = interpreter.frameworks.state.get(STATE)
    if index is None:
        index = interpreter.frameworks.state[STATE] = Dependents()
        for model in list(models(interpreter)):
            methods = dict(_paths(interpreter, model))
            for one in model.fields.values():
                for path in methods.get(one.getter, ()) if one.getter else filter(None, (one.copied,)):
                    _add(interpreter, index, model, one, path.split("."))
    return index


def _paths(interpreter: Interpreter, model: NamedModel) -> Iterator[tuple[str, list[str]]]:
    """The paths that `@api.depends` names, by method; those of all modules."""
    found: dict[str, list[str]] = {}
    for owner in interpreter.classes.mro(model.top):
        for name, path in texts_decorated(owner, DEPENDS) if not owner.library else ():
            found.setdefault(name, []).append(path)
    yield from found.items()


def _add(interpreter: Interpreter, index: Dependents, model: NamedModel, one: NamedField, path: list[str]) -> None:
    at: NamedModel | None = model
    many = True
    for name in path:
        if at is None:
            return
        index.of.setdefault((at.name, name), []).append((model.name, one.name))
        field = at.fields.get(name)
        if field is None or not field.target:
            return
        many = many and field.kind == "many"
        at = models(interpreter).named(field.target)
        if at is not None and many:
            index.rows.setdefault(at.name, []).append((model.name, one.name))
