"""Which names does `oauth2_provider.contrib.rest_framework` offer?"""

from oauth2_provider.contrib.rest_framework.authentication import OAuth2Authentication
from oauth2_provider.contrib.rest_framework.permissions import *
