"""Which model is a row of Wagtail's that is asked for its `specific` one?  One below its own that knows what is asked.

`page.specific.sow_forms` looks the page up once more, as a row of its own kind: of those models below `Page` that have
`sow_forms`, as the others would fail. What all pages have says nothing of its kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.django.tables import accessors, model_of, one_of_many, read
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.skeletons import argument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import ModelInfo
    from boundary.link.frameworks.protocol import Handler, NativeCall

MIXIN: Final = "wagtail.models.SpecificMixin"
KIND: Final = "specific row"
MOST_KINDS: Final = 40
"""So many kinds that know a name are kept apart; where there are more, that is a blind spot."""


def specific(call: NativeCall) -> Value:
    """`__specific__(row)`: the same row, which may be of a model below its own."""
    found: list[Value] = []
    for atom in argument(call, 0):
        model = model_of(call.interpreter, atom.cls) if isinstance(atom, Instance) else None
        if isinstance(atom, Instance) and model is not None and model.children:
            site = (KIND, "")
            row = call.atoms.instance(atom.cls, exact=atom.exact, guessed=atom.guessed, stored=True, site=site)
            found.append(row)
        else:
            found.append(atom.alone)
    return join(found) or UNKNOWN


class SpecificHook(Hook):
    """Rows that have been asked for their specific one."""

    base = MIXIN

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`row.specific.name`, where the model of the row does not have it: of the models below that do."""
        model = model_of(evaluator.interpreter, atom.cls)
        if model is None or not isinstance(atom.site, tuple) or atom.site[0] != KIND:
            return None
        kinds = [one for one in dict.fromkeys(_below(model)) if not one.abstract and _knows(evaluator, one, name)]
        if len(kinds) > MOST_KINDS:
            return one_of_many(evaluator, name, line)
        guessed = atom.guessed or len(kinds) > 1
        found: list[Value] = []
        for one in kinds:
            for table in one.lineage:
                read(evaluator, table, line, guessed=guessed)
            row = evaluator.atoms.instance(one.cls, guessed=guessed, stored=True)
            found.append(evaluator.interpreter.attributes.get(evaluator, row, name, line))
        return join(found) if found else None


def _below(model: ModelInfo) -> Iterator[ModelInfo]:
    for child in model.children:
        yield child
        yield from _below(child)


def _knows(evaluator: Evaluator, model: ModelInfo, name: str) -> bool:
    """Whether rows of a model have an attribute: one of the class, a column, or a relation that points at it."""
    if evaluator.interpreter.classes.lookup(model.cls, name)[0] is not None:
        return True
    return any(name in one.fields for one in model.lineage) or name in accessors(model)


NATIVES: Final[dict[str, Handler]] = {"builtins.__specific__": specific}
HOOKS: Final = (SpecificHook(),)
