"""Which path does a row say that its files are stored at?  `upload_to=path_of`: a function that is handed the row.

Django calls it where a file is stored, which is when its row is saved: what it asks of the row is read there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Function

if TYPE_CHECKING:
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import ModelInfo

STATE: Final = "where files are uploaded to"


def ask_for_paths(evaluator: Evaluator, model: ModelInfo, row: Instance, line: int) -> None:
    """Call the functions that say where the files of a row go."""
    known: dict[ModelInfo, Value] = evaluator.interpreter.frameworks.state.setdefault(STATE, {})
    asked = known.get(model)
    if asked is None:
        asked = known[model] = join(_asked(model))
    if asked:
        evaluator.interpreter.calls.call(evaluator, asked, Arguments((row.alone, UNKNOWN)), line)


def _asked(model: ModelInfo) -> list[Value]:
    """The functions of the project that fields of a model name, and those of the models that it extends."""
    return [
        frozenset(atom for atom in spec.uploads if isinstance(atom, Function) and not atom.function.module.library)
        or BOTTOM
        for one in model.lineage
        for spec in one.fields.values()
    ]
