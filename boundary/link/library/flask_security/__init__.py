"""How does Flask-Security change users and roles?  Through a store, whose session the application commits."""

from flask_security.core import Security
from flask_login import current_user
from flask_security.datastore import (
    MongoEngineUserDatastore,
    SQLAlchemySessionUserDatastore,
    SQLAlchemyUserDatastore,
)
from flask_security.utils import login_user


class UserMixin:
    pass


RoleMixin = WebAuthnMixin = UserMixin
