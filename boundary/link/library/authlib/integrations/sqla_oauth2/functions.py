"""How are clients looked up, and tokens saved, looked up and revoked, where the application leaves that to Authlib?"""

from authlib.oauth2.rfc6750 import BearerTokenValidator
from authlib.oauth2.rfc7009 import RevocationEndpoint


def create_query_client_func(session, client_model):
    return lambda client_id: session.query(client_model).filter_by(client_id=client_id).first()


def create_save_token_func(session, token_model):
    def save_token(token, request):
        session.add(token_model(client_id=request.client.client_id, user_id=__unknown__))
        session.commit()

    return save_token


def create_query_token_func(session, token_model):
    return lambda token, token_type_hint: session.query(token_model).filter_by(access_token=token).first()


def create_revocation_endpoint(session, token_model):
    class Endpoint(RevocationEndpoint):
        def query_token(self, token, token_type_hint):
            return session.query(token_model).filter_by(access_token=token).first()

        def revoke_token(self, token, request):
            token.access_token_revoked_at = __unknown__
            session.add(token)
            session.commit()

    return Endpoint


def create_bearer_token_validator(session, token_model):
    class Validator(BearerTokenValidator):
        def authenticate_token(self, token_string):
            return session.query(token_model).filter_by(access_token=token_string).first()

    return Validator
