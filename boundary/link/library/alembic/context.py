"""What does alembic's environment give to revisions?  The connection that they run on."""

from sqlalchemy.engine import Connection


def get_bind():
    return Connection()


def execute(sql, execution_options=None):
    return Connection().execute(sql)
