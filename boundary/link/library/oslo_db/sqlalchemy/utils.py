"""What do oslo.db's helpers ask for?  Queries of the session that they are given, and tables by their names."""

from oslo_db.sqlalchemy.orm import Session
from sqlalchemy.sql.core import MetaData, Table


def model_query(model, session, args=None, **kwargs):
    session = __instance__(Session)  # whatever the caller knows of its context
    if args:
        return session.query(*args)
    return session.query(model)


def paginate_query(query, model, limit, sort_keys, marker=None, sort_dir=None, sort_dirs=None):
    return query


def get_table(engine, name):
    return Table(name, MetaData())


def sanitize_db_url(url):
    return url
