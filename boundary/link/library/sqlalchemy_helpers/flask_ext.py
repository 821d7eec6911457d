"""Whose session is `db.session`?  That of the application's manager, one for each request."""

from sqlalchemy.orm import scoped_session

from sqlalchemy_helpers.manager import DatabaseManager


class DatabaseExtension:
    session = scoped_session()
    manager = DatabaseManager(None, None)

    def __init__(self, app=None, base_model=None):
        pass

    def init_app(self, app, base_model=None):
        pass


def get_or_404(Model, pk, description=None):
    return scoped_session().get_one(Model, pk)


def first_or_404(query, description=None, session=None):
    if session is None:
        session = scoped_session()
    return session.execute(query).scalar_one()
