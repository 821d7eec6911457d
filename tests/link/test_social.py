"""Logins through other sites: the steps that the settings name, and what the library keeps between them."""

from __future__ import annotations

from tests.link.linking import assert_touches

PROJECT = """
# file: shop/models.py
from django.contrib.auth.models import AbstractUser
from django.db import models
class User(AbstractUser): pass
class Log(models.Model):
    user = models.ForeignKey(User, models.CASCADE)
# file: shop/pipeline.py
from shop.models import Log
from social_core.pipeline.partial import partial
def note(strategy, backend, user, details, **kwargs):
    Log.objects.create(user=user)
@partial
def ask(strategy, backend, user, **kwargs):
    if kwargs.get("asked"):
        return None
    user.save()
def send(strategy, backend, code, token):
    Log.objects.filter(pk=1).update(x=1)
# file: shop/settings.py
INSTALLED_APPS = ["shop", "social_django"]
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
AUTH_USER_MODEL = "shop.User"
"""
VIEWS = """
# file: shop/views.py
from django.db import transaction
from django.http import HttpRequest
from social_django.views import complete, disconnect
"""
LEFT = "delete social_auth_partial"


def test_the_steps_that_settings_name() -> None:
    assert_touches(f"""{PROJECT}
SOCIAL_AUTH_EMAIL_VALIDATION_FUNCTION = "shop.pipeline.send"
SOCIAL_AUTH_PIPELINE = (
    "social_core.pipeline.social_auth.social_user",
    "shop.pipeline.note",
    "shop.pipeline.ask",
    "social_core.pipeline.mail.mail_validation",
)
SOCIAL_AUTH_DISCONNECT_PIPELINE = ["shop.pipeline.note"]
{VIEWS}
def done(request: HttpRequest, backend):
    with transaction.atomic():  #> {LEFT}, insert social_auth_partial, insert social_auth_code, update social_auth_code, insert shop_log, update shop_log, update shop_user, read social_auth_usersocialauth
        complete(request, backend)
    with transaction.atomic():  #> insert shop_log
        disconnect(request, backend)
""")  # noqa: E501 - a comment is one line


def test_the_steps_where_settings_name_none() -> None:
    assert_touches(f"""{PROJECT}{VIEWS}
def done(request: HttpRequest, backend):
    with transaction.atomic():  #> {LEFT}, insert social_auth_usersocialauth, update social_auth_usersocialauth, insert shop_user, update shop_user
        complete(request, backend)
    with transaction.atomic():  #> delete social_auth_usersocialauth
        disconnect(request, backend)
""")  # noqa: E501 - a comment is one line


PAIRS = ", delete shop_user_groups, delete shop_user_user_permissions"


def test_the_users_that_a_setting_names() -> None:
    assert_touches(f"""{PROJECT}
SOCIAL_AUTH_USER_MODEL = "shop.Member"
# file: shop/members.py
from django.db import models, transaction
from shop.models import User
class Member(models.Model): pass
def leave(member: Member, user: User):
    with transaction.atomic():  #> delete shop_member, delete social_auth_usersocialauth
        member.delete()
    with transaction.atomic():  #> delete shop_user, delete shop_log{PAIRS}
        user.delete()
""")
