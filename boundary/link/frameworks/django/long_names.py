"""What is a table called whose name would be too long for the database?  `shop_archivedorderline_replaces_3f2a`.

Django cuts the names that it makes (of models, and of link tables) to what the database takes, and ends them with a
digest of the whole. A name that a `Meta` or a field says is taken as it is.
"""

from __future__ import annotations

from hashlib import md5
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from boundary.link.evaluator.interpreter import Interpreter

DIALECT: Final = "dialect"
"""Where the state of a program keeps the dialect of its database."""
LONGEST: Final[dict[str | None, int | None]] = {"sqlite": None, "mysql": 64}
MOSTLY: Final = 63
"""What PostgreSQL takes."""
DIGEST: Final = 4


def shortened(interpreter: Interpreter, name: str) -> str:
    """The name that a table has for which Django makes one."""
    if len(name) <= MOSTLY:
        return name
    schema, dot, table = name.rpartition('"."')
    longest = LONGEST.get(interpreter.frameworks.state.get(DIALECT), MOSTLY)
    if longest is None or len(table) <= longest:
        return name
    digest = md5(table.encode(), usedforsecurity=False).hexdigest()
    return f"{schema}{dot}{table[: longest - DIGEST]}{digest[:DIGEST]}"
