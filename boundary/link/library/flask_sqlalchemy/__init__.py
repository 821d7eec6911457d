"""What does Flask-SQLAlchemy's object hold?  All names of SQLAlchemy (a hook), the session, a base for models."""

from flask_sqlalchemy.model import DefaultMeta, Model
from flask_sqlalchemy.pagination import SelectPagination
from flask_sqlalchemy.query import BaseQuery, Pagination
from sqlalchemy.engine import Engine
from sqlalchemy.orm.query import Query
from sqlalchemy.orm.session import scoped_session
from sqlalchemy.sql.core import MetaData


class SQLAlchemy:
    Query = BaseQuery
    metadata = MetaData()
    session = scoped_session()
    engine = Engine()

    def __init__(self, app=None, **kwargs):
        pass

    def init_app(self, app):
        pass

    def create_scoped_session(self, options=None):
        return self.session

    def create_session(self, options=None):
        return self.session

    def create_all(self, *args, **kwargs):
        pass

    def drop_all(self, *args, **kwargs):
        pass

    def get_engine(self, *args, **kwargs):
        return self.engine

    def get_or_404(self, entity, ident, **kwargs):
        return self.session.get_one(entity, ident)

    def first_or_404(self, statement, **kwargs):
        return self.session.execute(statement).scalar_one()

    one_or_404 = first_or_404

    def paginate(self, select, **kwargs):
        return SelectPagination(select=select, session=self.session)


class SignallingSession(scoped_session):
    pass
