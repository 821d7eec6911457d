"""Objects of a request behind Werkzeug's proxies: the current user, the current tenant."""

from __future__ import annotations

from tests.link.linking import assert_touches


def test_a_proxy_is_what_its_function_gives() -> None:
    assert_touches("""
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()

class Tenant(db.Model):
    __tablename__ = "tenants"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String)

    @classmethod
    def by_slug(cls, slug):
        return cls.query.filter(cls.name == slug).first()

class User(db.Model):
    __tablename__ = "users"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String)

# file: shop/current.py
from flask import g
from flask_login import LoginManager
from werkzeug.local import LocalProxy
from shop.models import Tenant, User
manager = LoginManager()

@manager.user_loader
def load(user_id):
    return User.query.get(user_id)

def _tenant():
    if "tenant" in g:
        return g.tenant
    g.tenant = Tenant.by_slug("x")
    return g.tenant

tenant = LocalProxy(_tenant)

# file: shop/views.py
from flask_login import current_user
from shop.current import tenant
from shop.models import db

class Resource:
    @property
    def tenant(self):
        return tenant._get_current_object()

    def post(self):
        self.tenant.name = "y"
        db.session.commit()  #> update tenants

    def put(self):
        user = current_user._get_current_object()
        user.name = "y"
        db.session.commit()  #> update users

def direct():
    db.session.delete(tenant)
    db.session.commit()  #> delete tenants
""")
