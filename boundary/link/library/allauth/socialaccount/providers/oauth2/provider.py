"""What is a provider that speaks OAuth 2?"""

from allauth.socialaccount.providers.base import Provider


class OAuth2Provider(Provider): ...
