"""Which names does `authlib.oauth2` offer?"""

from authlib.oauth2.rfc6749 import OAuth2Error, OAuth2Request
from authlib.oauth2.server import AuthorizationServer, ResourceProtector
