"""What a provider of OAuth writes: oauthlib asks its validator, grant by grant."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

PROVIDER = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, sessionmaker

Session = sessionmaker()

class Base(DeclarativeBase):
    pass

class Code(Base):
    __tablename__ = "codes"
    id = sa.Column(sa.Integer, primary_key=True)

class Token(Base):
    __tablename__ = "tokens"
    id = sa.Column(sa.Integer, primary_key=True)

class Client(Base):
    __tablename__ = "clients"
    id = sa.Column(sa.Integer, primary_key=True)
    used = sa.Column(sa.Integer)

# file: shop/validator.py
from oauthlib.oauth2 import RequestValidator
from shop.models import Client, Code, Token

class Validator(RequestValidator):
    def __init__(self, session):
        self.session = session

    def authenticate_client_id(self, client_id, request, *args, **kwargs):
        request.client = self.session.get(Client, client_id)
        return True

    def validate_grant_type(self, client_id, grant_type, client, request, *args, **kwargs):
        client.used += 1
        return True

    def save_authorization_code(self, client_id, code, request, *args, **kwargs):
        self.session.add(Code())

    def invalidate_authorization_code(self, client_id, code, request, *args, **kwargs):
        self.session.query(Code).delete()

    def save_bearer_token(self, token, request, *args, **kwargs):
        self.session.add(Token())

    def revoke_token(self, token, token_type_hint, request, *args, **kwargs):
        self.session.query(Token).delete()

# file: shop/work.py
from oauthlib.oauth2 import (AuthorizationCodeGrant, AuthorizationEndpoint, BearerToken, RevocationEndpoint,
    TokenEndpoint, WebApplicationServer)
from oauthlib.oauth2.rfc6749.grant_types.base import GrantTypeBase
from shop.models import Session, Token
from shop.validator import Validator
"""
ASKED = {
    "a code": """
def work():
    session = Session()
    server = WebApplicationServer(Validator(session))
    server.create_authorization_response("/", credentials={"user": 1})
    session.commit()  #> insert codes
""",
    "a token": """
def work():
    session = Session()
    server = WebApplicationServer(Validator(session))
    server.create_token_response("/")
    session.commit()  #> insert tokens, delete codes, update clients
""",
    "to revoke one": """
def work():
    session = Session()
    WebApplicationServer(Validator(session)).create_revocation_response("/")
    session.commit()  #> delete tokens
""",
    "a provider and a grant of one's own": """
class Renewal(GrantTypeBase):
    def create_token_response(self, request, token_handler):
        token = token_handler.create_token(request, refresh_token=True)
        self.request_validator.save_token(token, request)
        return {}, token, 200

class Provider(AuthorizationEndpoint, TokenEndpoint, RevocationEndpoint):
    def __init__(self, validator):
        code = AuthorizationCodeGrant(validator)
        bearer = BearerToken(validator, token_generator=self.generate)
        AuthorizationEndpoint.__init__(self, default_response_type="code", default_token_type=bearer,
                                       response_types={"code": code})
        TokenEndpoint.__init__(self, default_grant_type="code", default_token_type=bearer,
                               grant_types={"renewal": Renewal(validator)})
        RevocationEndpoint.__init__(self, validator)

    def generate(self, request):
        return "x"

def work():
    session = Session()
    provider = Provider(Validator(session))
    provider.create_authorization_response("/")
    session.commit()  #> insert codes
    provider.create_token_response("/")
    session.commit()  #> insert tokens
""",
}


@pytest.mark.parametrize("case", ASKED)
def test_a_provider_is_asked_for(case: str) -> None:
    assert_touches(PROVIDER + ASKED[case])
