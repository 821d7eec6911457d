"""Of which models may a row be that is known to be of an abstract one?  `def archive(row: Archivable): row.save()`.

Of each that has a table and stands below it: that is certain where there is one, guessed where there are several, and
where there are many nothing is said of any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Instance
from boundary.link.frameworks.django.tables import model_of

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import ModelInfo

MOST: Final = 8
"""So many models below an abstract one may be meant."""


def models_below(interpreter: Interpreter, cls: ClassInfo) -> list[ModelInfo]:
    """The models that have tables below an abstract one of the project, if they are not too many."""
    below = [model_of(interpreter, one) for one in interpreter.classes.below(cls)] if not cls.library else []
    found = [one for one in below if one is not None and not one.abstract and not one.proxy]
    return found if len(found) <= MOST else []


def rows_meant(interpreter: Interpreter, row: Instance) -> list[Instance]:
    """The row itself, or of an abstract model one of each model that may be meant."""
    model = model_of(interpreter, row.cls)
    if model is None or not model.abstract:
        return [row]
    below = models_below(interpreter, row.cls)
    guessed = row.guessed or len(below) > 1
    made = [interpreter.atoms.instance(one.cls, guessed=guessed, stored=row.stored) for one in below]
    return [atom for value in made for atom in value if isinstance(atom, Instance)]
