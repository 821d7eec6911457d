"""Which models does a metaclass make proxies?  Those below another model, where it sets `proxy` in their `Meta`.

`attrs["Meta"].proxy = True` in the `__new__` of a metaclass, or a `class Meta: proxy = True` that it puts there, leaves
the model without a table of its own: its rows are in that of the model which it extends. The metaclass of
django-typed-models does so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import ASSIGN, CONSTANT
from boundary.link.syntax.walking import last_name, nodes_in

if TYPE_CHECKING:
    from boundary.link.definitions.classes import Classes
    from boundary.link.definitions.symbols import ClassInfo

OPTION: Final = "proxy"
TYPED: Final = "typedmodels.models.TypedModel"


def makes_proxy(classes: Classes, cls: ClassInfo) -> bool:
    """Whether the metaclass of a model, one of the project's own or that of typed models, makes proxies."""
    if classes.is_subclass(cls, TYPED):
        return True
    metaclass = classes.metaclass(cls)
    return metaclass is not None and any(_sets(one) for one in classes.mro(metaclass) if not one.library)


def _sets(metaclass: ClassInfo) -> bool:
    """Whether a metaclass says so itself (found once)."""
    known: bool | None = metaclass.answers.get("makes proxies")
    if known is None:
        body = metaclass.node.body if metaclass.node is not None else ()
        known = metaclass.answers["makes proxies"] = any(_says_so(node) for node in nodes_in(body))
    return known


def _says_so(node: object) -> bool:
    """`meta.proxy = True`, or `proxy = True` in a class body, wherever it stands."""
    return (
        type(node) is ASSIGN
        and type(node.value) is CONSTANT
        and node.value.value is True
        and any(last_name(one) == OPTION for one in node.targets)
    )
