"""Which tables may a statement mean that spells the name of one in part?  `f"INSERT INTO orders_{year} ..."`.

Those that the project's files of SQL make and whose names fit, with one word for what is not known: `orders_2023` and
`orders_2024`, where a table is divided by years. It is a guess, and one only where enough of the name is spelled.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.model.sql import HOLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler
    from boundary.model.sql import SqlAccess, SqlSource

MADE: Final = "tables that files of SQL make"
SHORTEST: Final = 4
"""So many letters have to be known."""
SMALLEST: Final = 2
LARGEST: Final = 40
"""One table is no family, and neither are more."""


def made_by(sql: Iterable[SqlSource]) -> tuple[str, ...]:
    """The tables that files of SQL make, with their schemas."""
    changes = [one for source in sql for one in source.facts.changes if one.action == "create table"]
    return tuple(dict.fromkeys(f"{one.schema}.{one.table}" if one.schema else one.table for one in changes))


def family(interpreter: Interpreter, access: SqlAccess) -> list[str]:
    """The tables that a name with holes may mean."""
    if sum(map(str.isalpha, access.table)) < SHORTEST:
        return []
    fits = re.compile(r"[^\W_]+".join(map(re.escape, access.table.split(HOLE))), re.IGNORECASE)
    held: tuple[str, ...] = interpreter.frameworks.state.get(MADE, ())
    found = [one for one in held if fits.fullmatch(one.rpartition(".")[2]) and _is_in(one, access.schema)]
    return found if SMALLEST <= len(found) <= LARGEST else []


def _is_in(table: str, schema: str | None) -> bool:
    """Whether a table may be of a schema; where one of both does not say it, it may."""
    own = table.rpartition(".")[0]
    return not schema or not own or own.lower() == schema.lower()


NATIVES: Final[dict[str, Handler]] = {}
