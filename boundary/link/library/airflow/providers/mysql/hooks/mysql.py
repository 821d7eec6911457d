"""How does a hook connect to MySQL?"""

import MySQLdb
from airflow.providers.common.sql.hooks.sql import DbApiHook


class MySqlHook(DbApiHook):
    def get_conn(self):
        return MySQLdb.connect()
