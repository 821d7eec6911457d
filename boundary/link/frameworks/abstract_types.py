"""Which classes does a framework make nothing of?  Those of graphene whose own `class Meta` says `abstract = True`.

No schema has such a type and no request comes to it: classes below it answer, each as its own `Meta` says. Followed by
itself it would do what it does with a model of which nothing is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import ClassAtom, Constant

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter

SAYS: Final = "__abstract_in__"
"""Under this a skeleton says how the class in the body of a class is called that says it."""


def is_abstract_type(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a class is there for those below it alone: what it says of itself is not theirs."""
    classes = interpreter.classes
    return any(
        isinstance(said, Constant) and said.value is True
        for name in strings(classes.lookup(cls, SAYS)[1])
        for meta in classes.own(cls, name)
        if isinstance(meta, ClassAtom)
        for said in classes.own(meta.cls, "abstract")
    )
