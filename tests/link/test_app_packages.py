"""Packages with models and procedures of their own: registrations, comments, attachments, captchas, trees, RPC."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_statement_writes, assert_touches

SETTINGS = """
# file: shop/settings.py
SECRET_KEY = ""
AUTH_USER_MODEL = "auth.User"
INSTALLED_APPS = ["shop", "attachments", "django.contrib.auth", "registration"]
"""
REGISTRATION = """
# file: shop/models.py
from django.contrib.auth.models import User
from django.db import models
from registration.models import RegistrationProfile, SupervisedRegistrationProfile
"""
COMMENTS = """
# file: shop/models.py
import django_comments
from django.db import models
from django_comments.models import Comment
from django_comments.views.moderation import perform_delete
"""
ATTACHMENTS = """
# file: shop/models.py
from attachments.models import Attachment
from django.contrib.auth.models import User
from django.db import models
"""
FEEDS = """
# file: shop/models.py
from django.db import models
from django_push.subscriber.models import Subscription
"""
TREES = """
# file: shop/models.py
from django.db import models
from tree_queries.models import TreeNode
from tree_queries.query import TreeQuerySet
class Page(TreeNode):
    name = models.TextField()
"""
DELETED = (
    "delete auth_user, delete auth_user_groups, delete auth_user_user_permissions, "
    "delete registration_registrationprofile, delete registration_supervisedregistrationprofile"
)
ACTIVATED = "update auth_user, update registration_registrationprofile"
DONE = [
    (REGISTRATION, "RegistrationProfile.objects.activate_user('key', None)", ACTIVATED),
    (
        REGISTRATION,
        "RegistrationProfile.objects.create_inactive_user(None, new_user=User())",
        "insert auth_user, insert registration_registrationprofile",
    ),
    (COMMENTS, "django_comments.get_model().objects.create()", "insert django_comments"),
    (
        COMMENTS,
        "perform_delete(x, Comment.objects.get(pk=1))",
        "insert django_comment_flags, update django_comments",
    ),
    (COMMENTS, "Comment.objects.for_model(x).delete()", "delete django_comments, delete django_comment_flags"),
    (ATTACHMENTS, "Attachment.objects.attachments_for_object(x).delete()", "delete attachments_attachment"),
    (ATTACHMENTS, "User.objects.get(pk=1).created_attachments.create()", "insert attachments_attachment"),
    (FEEDS, "Subscription.objects.subscribe('feed', 'hub')", "insert subscriber_subscription"),
    (TREES, "Page.objects.with_tree_fields().ancestors(x).update(name='')", "update shop_page"),
    (TREES, "Page.objects.get(pk=1).descendants().delete()", "delete shop_page"),
]


@pytest.mark.parametrize(("models", "statement", "written"), DONE, ids=[statement for _, statement, _ in DONE])
def test_what_a_statement_writes(models: str, statement: str, written: str) -> None:
    assert_statement_writes(statement, written, models, SETTINGS)


def test_rows_of_an_installed_package_are_deleted_with_theirs() -> None:
    assert_touches(f"""
from django.contrib.auth.models import User
from registration.models import RegistrationProfile
def tidy():
    User.objects.filter(is_active=False).delete()  #= {DELETED}
{SETTINGS}""")


def test_a_captcha_is_stored_where_its_form_is_shown_and_deleted_with_the_answer() -> None:
    assert_touches("""
from captcha.fields import CaptchaField
from django import forms
class Asked(forms.Form):
    captcha = CaptchaField()
def check(request):
    with transaction.atomic():  #> delete captcha_captchastore
        Asked(request.POST).is_valid()
""")


PROCEDURES = """
from django.http import HttpRequest
from modernrpc.core import rpc_method
from modernrpc.server import RpcNamespace, RpcServer
server = RpcServer()
"""
BASIC = "from modernrpc.auth.basic import *\n"
OWN = """
def own(name):
    def decorator(f):
        server.register_procedure(f, name=name)
        return f
    return decorator
"""


@pytest.mark.parametrize(
    "declared",
    [
        "@rpc_method\ndef place(x): pass",
        "@rpc_method(name='Order.place')\ndef place(x): pass",
        "@server.register_procedure\ndef place(x): pass",
        "@server.register_procedure(name='Order.place')\ndef place(x): pass",
        "def place(x): pass\nserver.register_procedure(place, name='Order.place')",
        "orders = RpcNamespace()\n@orders.register_procedure(context_target='context')\ndef place(x, context): pass",
        OWN + "@own('Order.place')\ndef place(x): pass",
        BASIC + "@rpc_method\n@http_basic_auth_superuser_required\ndef place(x): pass",
        BASIC + "@rpc_method(name='Order.place')\n@http_basic_auth_group_member_required('staff')\ndef place(x): pass",
    ],
)
def test_procedures_are_entry_points(declared: str) -> None:
    assert_enters(PROCEDURES + declared, "route shop.services.place")


@pytest.mark.parametrize(
    ("options", "parameters"),
    [
        ("(context_target='context')", "x, context=None"),
        ("(context_target='asked')", "x, asked=None"),
        ("", "x, **kwargs"),
    ],
)
def test_a_procedure_knows_the_request(options: str, parameters: str) -> None:
    name = parameters.split(", ")[1].split("=", maxsplit=1)[0]
    request = "kwargs['request']" if name == "**kwargs" else f"{name}.request"
    assert_touches(f"""{PROCEDURES}
from django.contrib.auth import login
@rpc_method{options}
def enter({parameters}):
    request = {request}
    with transaction.atomic():  #> insert django_session, delete django_session, update auth_user
        login(request, request.user)
""")


def test_the_predicate_of_a_procedure_is_asked_about_the_request() -> None:
    assert_touches(f"""{PROCEDURES}
def known(request: HttpRequest):
    Log.objects.create()  #= insert shop_log
    return request.user
@server.register_procedure(auth=known)
def place(x):
    Order.objects.create()
# file: shop/settings.py
SECRET_KEY = ""
INSTALLED_APPS = ["shop"]
DATABASES = {{"default": {{"ATOMIC_REQUESTS": True}}}}
""")


def test_basic_authentication_reads_the_user_before_a_procedure_runs() -> None:
    assert_touches(f"""{PROCEDURES}
from modernrpc.auth.basic import http_basic_auth_permissions_required
@rpc_method  #> insert shop_order, update auth_user, read auth_permission
@http_basic_auth_permissions_required("shop.add_order")
def place(x):
    Order.objects.create()
# file: shop/settings.py
SECRET_KEY = ""
INSTALLED_APPS = ["django.contrib.auth", "shop"]
DATABASES = {{"default": {{"ATOMIC_REQUESTS": True}}}}
""")


def test_each_of_many_functions_that_one_factory_decorates_is_told_its_name() -> None:
    placed = [
        f"@own('Order.place{number}')\ndef place{number}(x): Log.objects.create()  #= insert shop_log"
        for number in range(20)
    ]
    scan = assert_touches(PROCEDURES + OWN + "\n".join(placed))
    assert {one.name for one in scan.entry_points} == {f"Order.place{number}" for number in range(20)}


EITHER = """
from functools import wraps
def guarded(f):
    @wraps(f)
    def guard(*args, **kwargs):
        return f(*args, **kwargs)
    return guard
def told(f):
    @wraps(f)
    def tell(*args, **kwargs):
        return f(*args, **kwargs)
    return tell
def place(x): pass
def cancel(x): pass
server.register_procedure(told(guarded(place) if DEBUG else place))
server.register_procedure(told(cancel))
"""


def test_a_wrapper_of_a_function_or_of_its_guard_stands_for_the_function() -> None:
    assert_enters(PROCEDURES + EITHER, "route shop.services.place", "route shop.services.cancel")


def test_procedures_run_in_the_transaction_of_the_request() -> None:
    assert_touches(f"""{PROCEDURES}
def known(request):
    Log.objects.create()
@server.register_procedure(auth=known)  #> insert shop_order, insert shop_log
def place(x):
    Order.objects.create()
# file: shop/settings.py
SECRET_KEY = ""
INSTALLED_APPS = ["shop"]
DATABASES = {{"default": {{"ATOMIC_REQUESTS": True}}}}
""")
