"""The ways of an account of another site: login, signup, connection."""

from allauth.socialaccount.internal.flows import connect, login, signup

__all__ = ["connect", "login", "signup"]
