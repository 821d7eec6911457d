"""What are oslo.db's sessions and queries?  SQLAlchemy's, with rows that are marked as deleted."""

from sqlalchemy.orm.query import Query as _Query
from sqlalchemy.orm.session import Session as _Session
from sqlalchemy.orm.session import sessionmaker


class Query(_Query):
    def soft_delete(self, synchronize_session="evaluate"):
        return self.update({})

    def update_returning_pk(self, values, surrogate_key):
        return self.update(values)

    def update_on_match(self, specimen, surrogate_key, values, **kwargs):
        self.update(values)
        return __instance__(type(specimen))


class Session(_Session):
    pass


def get_maker(engine, **kwargs):
    return sessionmaker(class_=Session, query_cls=Query)
