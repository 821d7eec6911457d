"""Which rows does a generic foreign key point at?

Those of models with a relation back, those to which it is limited, and what it was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import is_cut
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Instance, by_age
from boundary.link.frameworks.django.content_types import meant_by
from boundary.link.frameworks.django.limited_keys import limited
from boundary.link.frameworks.django.model_info import FieldSpec
from boundary.link.frameworks.django.models import GENERIC_KEY, models
from boundary.link.frameworks.django.tables import model_of, one_of_many, read
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import ModelInfo

CONTENT_TYPE: Final = "django.contrib.contenttypes.models.ContentType"
MOST_TARGETS: Final = 6
"""Where more models than these may be meant, none is: such a row is one of whatever is registered. That is told."""


class GenericKeyHook(Hook):
    """`content_object = GenericForeignKey()`."""

    base = GENERIC_KEY

    def descriptor(self, evaluator: Evaluator, holder: Instance, name: str, held: Instance, line: int) -> Value | None:
        """`instance.content_object`: rows of the models that may be meant, each believed by that alone."""
        model = model_of(evaluator.interpreter, holder.cls)
        if model is None:
            return None
        given = evaluator.interpreter.read(("generic key", held.site, ""), evaluator.context)
        classes = {atom.cls: None for atom in by_age(given) if isinstance(atom, Instance)}
        targets = [one for cls in classes if (one := model_of(evaluator.interpreter, cls)) is not None]
        named = limited(evaluator, model, held.site) if isinstance(held.site, FieldSpec) else []
        targets.extend(one for one in (*named, *_pointing_back(evaluator, model)) if one not in targets)
        if is_cut(given) or len(targets) > MOST_TARGETS:
            return one_of_many(evaluator, name, line, _place(evaluator, held.site))
        if not targets:
            return UNKNOWN
        for target in targets:
            read(evaluator, target, line, guessed=True)
        rows = (evaluator.atoms.instance(target.cls, guessed=True, stored=True) for target in targets)
        return join(rows) | UNKNOWN


def _place(evaluator: Evaluator, site: object) -> tuple[str, int] | None:
    """Where a key of the project's own models is written."""
    if not isinstance(site, FieldSpec):
        return None
    module = evaluator.interpreter.program.modules.get(site.module)
    return None if module is None or module.library else (site.file, site.line)


def _pointing_back(evaluator: Evaluator, model: ModelInfo) -> list[ModelInfo]:
    """The models with a `GenericRelation` to one."""
    return [
        one
        for one in models(evaluator.interpreter).by_class.values()
        if not one.abstract and any(rel.kind == "generic" and rel.target is model for rel in one.relations.values())
    ]


def keep_generic(evaluator: Evaluator, cls: ClassInfo, given: Mapping[str, Value], line: int) -> None:
    """Remember what rows of a model are given for their generic keys, in a constructor or by assignment.

    The content type of such a row is looked up at once. Where a row has one such key and is given a content type, rows
    of its model are meant.
    """
    for name, value in given.items():
        rows = frozenset(atom for atom in value if isinstance(atom, Instance) and not atom.guessed)
        if not rows:
            continue
        for key in _keys_in(evaluator.interpreter.classes.lookup(cls, name)[1], evaluator):
            evaluator.interpreter.write(("generic key", key, ""), rows)
            _look_up_type(evaluator, line)
        types = [one for one in map(meant_by, rows) if one is not None]
        mro = evaluator.interpreter.classes.mro(cls) if types else ()
        keys = [key for owner in mro for key in _keys_of(owner, evaluator)]
        if len(keys) == 1:
            meant = frozenset().union(*(evaluator.atoms.instance(one, stored=True) for one in types))
            evaluator.interpreter.write(("generic key", keys[0], ""), meant)


def _look_up_type(evaluator: Evaluator, line: int) -> None:
    """The table of content types is read, as `get_for_model` does it."""
    cls = evaluator.interpreter.library_class(CONTENT_TYPE)
    model = model_of(evaluator.interpreter, cls) if cls is not None else None
    if model is not None:
        read(evaluator, model, line, guessed=False)


def _keys_of(cls: ClassInfo, evaluator: Evaluator) -> list[FieldSpec]:
    """The generic keys that the body of a class has."""
    found = []
    for name in cls.bindings if not cls.dotted.startswith("django.") else ():
        found.extend(_keys_in(evaluator.interpreter.classes.own(cls, name), evaluator))
    return found


def _keys_in(held: Value, evaluator: Evaluator) -> list[FieldSpec]:
    """The generic keys in a value."""
    return [
        atom.site
        for atom in held
        if isinstance(atom, Instance)
        and isinstance(atom.site, FieldSpec)
        and evaluator.interpreter.classes.is_subclass(atom.cls, GENERIC_KEY)
    ]


HOOKS: Final = (GenericKeyHook(),)
