"""What does a hook on a database do?  `run` executes statements and commits, the others ask for rows."""


class BaseHook:
    @classmethod
    def get_hook(cls, conn_id, hook_params=None):
        return __instance__(DbApiHook)


class DbApiHook(BaseHook):
    def __init__(self, *args, **kwargs): ...

    def get_conn(self):
        return __unknown__

    def get_cursor(self):
        return self.get_conn().cursor()

    def run(self, sql, autocommit=False, parameters=None, handler=None, split_statements=False, return_last=True):
        connection = self.get_conn()
        cursor = connection.cursor()
        for statement in sql if isinstance(sql, (list, tuple)) else [sql]:
            cursor.execute(statement, parameters)
        found = handler(cursor) if handler is not None else None
        connection.commit()
        return found

    def get_records(self, sql, parameters=None):
        self.get_cursor().execute(sql, parameters)
        return __unknown__

    def get_first(self, sql, parameters=None):
        self.get_cursor().execute(sql, parameters)
        return __unknown__

    def get_df(self, sql, parameters=None, **kwargs):
        self.get_cursor().execute(sql, parameters)
        return __unknown__

    def get_pandas_df(self, sql, parameters=None, **kwargs):
        return self.get_df(sql, parameters)

    def insert_rows(self, table, rows, target_fields=None, commit_every=1000, replace=False, **kwargs):
        connection = self.get_conn()
        connection.cursor().execute(f"INSERT INTO {table} VALUES (%s)", rows)
        connection.commit()
