"""How does a hook connect to SQLite?"""

import sqlite3

from airflow.providers.common.sql.hooks.sql import DbApiHook


class SqliteHook(DbApiHook):
    def get_conn(self):
        return sqlite3.connect(__unknown__)
