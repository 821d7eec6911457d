"""How does a hook connect to PostgreSQL?"""

import psycopg2
from airflow.providers.common.sql.hooks.sql import DbApiHook


class PostgresHook(DbApiHook):
    def get_conn(self):
        return psycopg2.connect()

    def copy_expert(self, sql, filename):
        connection = self.get_conn()
        connection.cursor().copy_expert(sql, filename)
        connection.commit()
