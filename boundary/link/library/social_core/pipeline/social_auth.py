"""Which steps of a login look for the account of the other site, and keep it?"""

from django.db import transaction


def social_user(backend, uid, user=None, *args, **kwargs):
    from social_django.models import UserSocialAuth

    social = UserSocialAuth.get_social_auth(backend.name, uid)
    return {"social": social, "user": user}


def associate_user(backend, uid, user=None, social=None, *args, **kwargs):
    from social_django.models import UserSocialAuth

    if __unknown__:
        with transaction.atomic():
            UserSocialAuth.objects.create(user=user, uid=uid, provider=backend.name)


def associate_by_email(backend, details, user=None, *args, **kwargs):
    from django.contrib.auth import get_user_model

    if __unknown__:
        list(get_user_model()._default_manager.filter(email=__unknown__))


def load_extra_data(backend, details, response, uid, user, *args, social=None, **kwargs):
    social.set_extra_data(__unknown__)
