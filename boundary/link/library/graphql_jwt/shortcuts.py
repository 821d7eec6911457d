"""Whom does a token stand for?"""

from django.contrib.auth import get_user_model


def get_token(user, context=None, **extra):
    return __unknown__


def get_user_by_token(token, context=None):
    return get_user_model().objects.get_by_natural_key(__unknown__)
