"""Which dialect the code speaks for."""

from __future__ import annotations

import pytest

from boundary.link.sql.drivers import dialect_of
from tests.link.linking import read


@pytest.mark.parametrize(
    ("files", "dialect"),
    [
        ({"a.py": "import psycopg2"}, "postgres"),
        ({"a.py": "from asyncpg.pool import Pool\nimport sqlite3\nimport aiosqlite\nimport sqlite3 as s"}, "postgres"),
        ({"a.py": "try:\n    import MySQLdb\nexcept ImportError:\n    import pymysql"}, "mysql"),
        ({"a.py": "import sqlite3"}, "sqlite"),
        ({"a.py": "from . import psycopg2"}, None),
        (
            {
                "shop/settings.py": "DATABASES = {'default': {'ENGINE': 'django.db.backends.mysql'}}",
                "a.py": "import psycopg",
            },
            "mysql",
        ),
        (
            {
                "shop/settings.py": "ENGINE = 'django.db.backends.sqlite3'\n"
                "if DB == 'postgres':\n    ENGINE = 'django.db.backends.postgresql'\n"
                "if DB == 'mysql':\n    ENGINE = 'django.db.backends.mysql'\n"
            },
            "postgres",
        ),
        ({"shop/config.py": "URL = 'mssql+pyodbc://localhost/shop'"}, "tsql"),
        ({"shop/config.py": "URL = 'redis://localhost'"}, None),
    ],
)
def test_dialect(files: dict[str, str], dialect: str | None) -> None:
    assert dialect_of(read(files)) == dialect
