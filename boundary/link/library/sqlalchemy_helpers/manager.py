"""Which rows do the helpers find or make?  Those of a model in a session, or of the model that is asked, in its own."""

from sqlalchemy.engine import Engine
from sqlalchemy.orm import DeclarativeBase, scoped_session, sessionmaker
from sqlalchemy.sql import select


class Base(DeclarativeBase):
    @classmethod
    def get_by_pk(cls, pk):
        return get_by_pk(pk, session=scoped_session(), model=cls)

    @classmethod
    def get_one(cls, **attrs):
        return get_one(scoped_session(), cls, **attrs)

    @classmethod
    def get_or_create(cls, **attrs):
        return get_or_create(scoped_session(), cls, **attrs)

    @classmethod
    def update_or_create(cls, defaults=None, create_defaults=None, **attrs):
        return update_or_create(scoped_session(), cls, defaults, create_defaults, **attrs)


def get_base(*args, **kwargs):
    return Base


class DatabaseManager:
    engine = Engine()
    Session = scoped_session(sessionmaker(bind=engine))

    def __init__(self, uri, alembic_location, *, engine_args=None, base_model=None):
        pass


def get_by_pk(pk, *, session, model):
    return session.get(model, pk)


def get_one(session, model, **attrs):
    return session.scalars(select(model).filter_by(**attrs)).one()


def get_or_create(session, model, **attrs):
    if __unknown__:
        return get_one(session, model, **attrs), False
    made = model(**attrs)
    session.add(made)
    session.flush()
    return made, True


def update_or_create(session, model, defaults=None, create_defaults=None, **attrs):
    if __unknown__:
        found = get_one(session, model, **attrs)
        for name, value in (defaults or {}).items():
            setattr(found, name, value)
        return found, False
    made = model(**{**attrs, **(create_defaults or defaults or {})})
    session.add(made)
    session.flush()
    return made, True
