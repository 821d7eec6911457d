"""Which database does the code speak to?  By the drivers that it imports and the engines that its settings name.

What the files of SQL are written in says more, so this is asked where there are none.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import IMPORT, IMPORT_FROM
from boundary.link.syntax.scopes import flat
from boundary.link.syntax.walking import texts_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.model import code
    from boundary.model.facts import SourceModule

DRIVERS: Final = {
    "psycopg2": "postgres",
    "psycopg": "postgres",
    "asyncpg": "postgres",
    "pg8000": "postgres",
    "aiopg": "postgres",
    "MySQLdb": "mysql",
    "pymysql": "mysql",
    "aiomysql": "mysql",
    "mysql": "mysql",
    "frappe": "mysql",
    "mariadb": "mysql",
    "pymssql": "tsql",
    "oracledb": "oracle",
    "cx_Oracle": "oracle",
    "sqlite3": "sqlite",
    "aiosqlite": "sqlite",
}
"""The dialect that a driver is for, by the name of its package."""

_NAMED: Final = re.compile(
    r"^django\.db\.backends\.(?P<django>\w+)$|^django\.contrib\.gis\.db\.backends\.(?P<gis>\w+)$"
    r"|^(?P<scheme>postgres|postgresql|mysql|mariadb|mssql|oracle|sqlite)(?:\+\w+)?://"
)
_DIALECTS: Final = {
    "postgresql": "postgres",
    "postgresql_psycopg2": "postgres",
    "postgis": "postgres",
    "postgres": "postgres",
    "mariadb": "mysql",
    "mssql": "tsql",
    "sqlite3": "sqlite",
    "spatialite": "sqlite",
}
_SETTING_UP: Final = re.compile(r"settings|config|conf\b|database|\bdb$")
"""How modules are called in which a database is chosen."""
_SETTING: Final = 10
_LEAST: Final = {"sqlite": -1}
"""SQLite is what a project tests with, whatever it runs on."""


def dialect_of(modules: Iterable[SourceModule]) -> str | None:
    """The dialect that most of the code speaks for, or None where nothing tells."""
    counts: Counter[str] = Counter()
    for module in modules:
        if module.library:
            continue
        for statement in flat(module.facts.body):
            if type(statement) is IMPORT or type(statement) is IMPORT_FROM:
                for dialect in _imported(statement):
                    counts[dialect] += 1
        if _SETTING_UP.search(module.name):
            for text in texts_in(module.facts.body):
                found = _NAMED.match(text)
                if found is not None:
                    name = next(group for group in found.groups() if group)
                    counts[_DIALECTS.get(name, name)] += _SETTING
    known = {dialect: count for dialect, count in counts.items() if dialect in set(DRIVERS.values())}
    # of several that settings choose from, the first is the one that the project favours
    return max(known, key=lambda one: (_LEAST.get(one, 0), known[one])) if known else None


def _imported(statement: code.Import | code.ImportFrom) -> Iterator[str]:
    if type(statement) is IMPORT_FROM:
        names = [] if statement.level else [statement.module]
    else:
        names = [alias.name for alias in statement.names]
    for name in names:
        dialect = DRIVERS.get(name.partition(".")[0])
        if dialect is not None:
            yield dialect
