"""Which server of OAuth 2 does a Flask application have?"""

from authlib.oauth2.server import AuthorizationServer, ResourceProtector

current_token = __unknown__
