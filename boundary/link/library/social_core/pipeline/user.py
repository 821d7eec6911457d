"""Which steps of a login make a user, or change one?"""

from django.db import transaction


def get_username(strategy, details, backend, user=None, *args, **kwargs):
    from django.contrib.auth import get_user_model

    get_user_model()._default_manager.filter(username=__unknown__).count()


def create_user(strategy, details, backend, user=None, *args, **kwargs):
    from django.contrib.auth import get_user_model

    if __unknown__:
        with transaction.atomic():
            return {"is_new": True, "user": get_user_model()._default_manager.create_user(username=__unknown__)}


def user_details(strategy, details, backend, user=None, *args, **kwargs):
    if __unknown__:
        user.save()
