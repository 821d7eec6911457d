"""Which decorators of packages that are not read make a property of a method?  Those that are called so.

Many libraries have a `cached_property` of their own (werkzeug, kombu, boltons, SQLAlchemy's `memoized_property`,
Pyramid's and Zope's `reify`, Odoo's `lazy_property`): `x.name` calls the method, mostly once, with or without
parentheses behind the decorator (`@cached_property_with_ttl(ttl=60)`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Function
from boundary.link.evaluator.attributes import CACHED

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator

MAKES: Final = re.compile(
    r"(?:.*\.)?(?:\w*(?:cached|memoized|lazy)_?(?P<of>class)?_?property\w*|reify|(?P<also>class_?property))(?:\(\))?"
)


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:  # noqa: ARG001
    """What such a decorator leaves of a method; None for any other call."""
    given = arguments.positional[0] if len(arguments.positional) == 1 and not arguments.keywords else ()
    if not any(isinstance(one, Function) and one.function.cls is not None for one in given):
        return None
    made = MAKES.fullmatch(atom.dotted)
    if made is None:
        return None
    if made["of"] or made["also"]:
        return evaluator.atoms.wrapped("classproperty", frozenset(given))
    return evaluator.atoms.wrapped("property", frozenset(given), CACHED)
