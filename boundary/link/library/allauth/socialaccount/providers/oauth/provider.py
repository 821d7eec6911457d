"""What is a provider that speaks OAuth?"""

from allauth.socialaccount.providers.base import Provider


class OAuthProvider(Provider): ...
