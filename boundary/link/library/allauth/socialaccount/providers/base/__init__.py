"""What all providers have in common."""

from allauth.socialaccount.providers.base.provider import Provider, ProviderAccount, ProviderException

__all__ = ["Provider", "ProviderAccount", "ProviderException"]
