"""How does Flask-Security change users and roles?  Through a store, whose session the application commits."""

from flask_security.datastore import SQLAlchemySessionUserDatastore, SQLAlchemyUserDatastore


class UserMixin:
    pass


RoleMixin = WebAuthnMixin = UserMixin
