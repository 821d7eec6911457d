"""The database's versions: migrations/V1__books.sql and what follows."""

import re
from pathlib import Path

import psycopg

VERSION = re.compile(r"V(\d+)__.*\.sql")


def migrate(dsn, folder):
    """Run what has not run yet, each file in a transaction of its own."""
    done = []
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS schema_version (version int PRIMARY KEY, file text)")
        known = {version for (version,) in connection.execute("SELECT version FROM schema_version")}
        for version, path in sorted(versions(Path(folder))):
            if version not in known:
                with connection.transaction():
                    connection.execute(path.read_text(encoding="utf-8"))
                    connection.execute("INSERT INTO schema_version VALUES (%s, %s)", (version, path.name))
                done.append(path.name)
    return done


def versions(folder):
    for path in folder.iterdir():
        found = VERSION.fullmatch(path.name)
        if found:
            yield int(found.group(1)), path
