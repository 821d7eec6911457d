"""What does a bare name suggest where SQLAlchemy is used?  `session`, `db`; `order` and `orders` of a mapped class.

Evidence of last resort, as in `naming.py`. What hangs on the name of a session alone is small: which table is written
is decided by the object that is added to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.naming import name_of, rows_called
from boundary.link.frameworks.sqlalchemy.models import mappings

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.sqlalchemy.mapping import Mapping
    from boundary.model import code

SESSION: Final = re.compile(
    r"_?(db|database|sql|orm|sa|async|main|current)?_?(session|sess)_?|_?db|dbsess|s_session|Session"
)


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """A session, or objects of the one mapped class that an expression is called after."""
    if not evaluator.interpreter.frameworks.follows_work or evaluator.module.library:
        return BOTTOM
    name = name_of(node)
    if name is None:
        return BOTTOM
    if SESSION.fullmatch(name):
        cls = evaluator.interpreter.library_class("sqlalchemy.orm.session.Session")
        return evaluator.atoms.instance(cls, guessed=True) if cls is not None else BOTTOM
    return rows_called(evaluator, name, mapped_names(evaluator.interpreter).get, lambda mapping: mapping.cls)


def mapped_names(interpreter: Interpreter) -> dict[str, Mapping | None]:
    """Mapped classes by the names that variables of them carry; None where two share a name."""
    index = mappings(interpreter)
    if not index.built:
        return {}
    held: tuple[int, dict[str, Mapping | None]] | None = interpreter.frameworks.state.get("names of mappings")
    if held is None or held[0] != len(index.by_class):
        found: dict[str, Mapping | None] = {}
        for mapping in index.by_class.values():
            name = mapping.cls.name.lower()
            found[name] = mapping if name not in found else None
        held = interpreter.frameworks.state["names of mappings"] = len(index.by_class), found
    return held[1]
