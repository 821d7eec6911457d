"""One engine, one session a request."""

from functools import cache

from flask import g
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, sessionmaker

Session = sessionmaker(expire_on_commit=False)


class Base(DeclarativeBase):
    pass


@cache
def connect(url):
    engine = create_engine(url, pool_pre_ping=True)
    Session.configure(bind=engine)
    return engine


def current_session():
    """The session of this request; it ends with the request."""
    if "session" not in g:
        g.session = Session()
    return g.session


def close_session(error=None):
    session = g.pop("session", None)
    if session is not None:
        session.close()
