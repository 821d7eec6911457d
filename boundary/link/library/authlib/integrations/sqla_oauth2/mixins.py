"""Which columns do clients, codes and tokens have?"""

from sqlalchemy import Column, Integer, String, Text


class OAuth2ClientMixin:
    client_id = Column(String(48))
    client_secret = Column(String(120))
    client_id_issued_at = Column(Integer)
    client_secret_expires_at = Column(Integer)
    _client_metadata = Column("client_metadata", Text)

    @property
    def client_metadata(self):
        return {**__unknown__}

    def set_client_metadata(self, value):
        self._client_metadata = value


class OAuth2AuthorizationCodeMixin:
    code = Column(String(120))
    client_id = Column(String(48))
    redirect_uri = Column(Text)
    response_type = Column(Text)
    scope = Column(Text)
    nonce = Column(Text)
    auth_time = Column(Integer)
    acr = Column(Text)
    amr = Column(Text)
    code_challenge = Column(Text)
    code_challenge_method = Column(String(48))

    def is_expired(self):
        return __unknown__


class OAuth2TokenMixin:
    client_id = Column(String(48))
    token_type = Column(String(40))
    access_token = Column(String(255))
    refresh_token = Column(String(255))
    scope = Column(Text)
    issued_at = Column(Integer)
    access_token_revoked_at = Column(Integer)
    refresh_token_revoked_at = Column(Integer)
    expires_in = Column(Integer)

    def is_revoked(self):
        return __unknown__

    def is_expired(self):
        return __unknown__
