"""What do coaster's queries do beside those of SQLAlchemy and Flask-SQLAlchemy?"""

from flask_sqlalchemy.query import BaseQuery
from sqlalchemy.orm import DynamicMapped, backref, relationship
from sqlalchemy.orm.query import AppenderQuery


class Query(BaseQuery):
    def notempty(self):
        return self.first() is not None

    def isempty(self):
        return self.first() is None


class QueryProperty:
    pass
