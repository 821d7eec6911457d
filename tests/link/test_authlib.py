"""Servers of OAuth 2 made with Authlib: clients, codes and tokens that an application keeps in its tables."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

APP = """
# file: shop/models.py
from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector
from authlib.integrations.sqla_oauth2 import (
    OAuth2AuthorizationCodeMixin,
    OAuth2ClientMixin,
    OAuth2TokenMixin,
    create_bearer_token_validator,
    create_query_client_func,
    create_revocation_endpoint,
    create_save_token_func,
)
from authlib.oauth2.rfc6749 import grants
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()

class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)

class Order(db.Model):
    id = db.Column(db.Integer, primary_key=True)

class Client(db.Model, OAuth2ClientMixin):
    id = db.Column(db.Integer, primary_key=True)

class Code(db.Model, OAuth2AuthorizationCodeMixin):
    id = db.Column(db.Integer, primary_key=True)

class Token(db.Model, OAuth2TokenMixin):
    id = db.Column(db.Integer, primary_key=True)

# file: shop/auth.py
from shop.models import *

class CodeGrant(grants.AuthorizationCodeGrant):
    def save_authorization_code(self, code, request):
        db.session.add(Code(code=code, user_id=request.user.id))
        db.session.commit(){saves}

    def query_authorization_code(self, code, client):
        return Code.query.filter_by(code=code, client_id=client.client_id).first()

    def delete_authorization_code(self, authorization_code):
        db.session.delete(authorization_code)
        db.session.commit(){deletes}

    def authenticate_user(self, authorization_code):
        return db.session.get(User, authorization_code.user_id)

class RefreshGrant(grants.RefreshTokenGrant):
    def authenticate_refresh_token(self, refresh_token):
        return Token.query.filter_by(refresh_token=refresh_token).first()

    def authenticate_user(self, credential):
        return db.session.get(User, credential.user_id)

    def revoke_old_credential(self, credential):
        credential.access_token_revoked_at = 1
        db.session.commit(){revokes}

server = AuthorizationServer(
    query_client=create_query_client_func(db.session, Client),
    save_token=create_save_token_func(db.session, Token),
)
server.register_grant(CodeGrant)
server.register_grant(RefreshGrant)
server.register_endpoint(create_revocation_endpoint(db.session, Token))
protect = ResourceProtector()
protect.register_token_validator(create_bearer_token_validator(db.session, Token)())

# file: shop/views.py
from flask import Blueprint
from shop.models import *
from shop.auth import protect, server

bp = Blueprint("shop", __name__)
"""
NOTHING = {"saves": "", "deletes": "", "revokes": ""}
CASES = {
    "a token is issued": (
        {
            "deletes": "  #> delete code",
            "revokes": "  #> update token",
        },
        """
@bp.post("/token")
def token():
    return server.create_token_response()  #> insert token, read client
""",
    ),
    "a code is given out": (
        {"saves": "  #> insert code, no read auth_user"},
        """
@bp.post("/authorize")
def authorize(user):
    return server.create_authorization_response(grant_user=user)
""",
    ),
    "a token is revoked": (
        {},
        """
@bp.post("/revoke")
def revoke():
    return server.create_endpoint_response("revocation")  #> update token, read client
""",
    ),
    "a view that asks for a token": (
        {},
        """
@bp.post("/orders")
@protect("orders")
def place():
    db.session.add(Order())
    db.session.commit()  #> insert order
""",
    ),
}


@pytest.mark.parametrize(("lines", "source"), list(CASES.values()), ids=list(CASES))
def test_servers(lines: dict[str, str], source: str) -> None:
    assert_touches(APP.format(**NOTHING | lines) + source)
