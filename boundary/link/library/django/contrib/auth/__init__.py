"""What do logging in and out do to the session and the user?"""

from django.apps import apps
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.exceptions import PermissionDenied
from django.utils.module_loading import import_string

SESSION_KEY = "_auth_user_id"
BACKEND_SESSION_KEY = "_auth_user_backend"
HASH_SESSION_KEY = "_auth_user_hash"
REDIRECT_FIELD_NAME = "next"


def load_backend(path):
    return import_string(path)()


def get_backends():
    paths = settings.AUTHENTICATION_BACKENDS
    return [load_backend(path) for path in paths or ["django.contrib.auth.backends.ModelBackend"]]


def authenticate(request=None, **credentials):
    for backend in get_backends():
        try:
            user = backend.authenticate(request, **credentials)
        except PermissionDenied:
            break
        if user is None:
            continue
        return user
    user_login_failed.send(sender=__name__, credentials=credentials, request=request)
    return None


async def aauthenticate(request=None, **credentials):
    return authenticate(request, **credentials)


def login(request, user, backend=None):
    if user is None:
        user = request.user
    if __unknown__:
        request.session.flush()
    else:
        request.session.cycle_key()
    from django.contrib.auth.models import update_last_login

    update_last_login(user.__class__, user)
    user_logged_in.send(sender=user.__class__, request=request, user=user)


async def alogin(request, user, backend=None):
    login(request, user, backend)


def logout(request):
    user = request.user
    user_logged_out.send(sender=user.__class__, request=request, user=user)
    request.session.flush()


async def alogout(request):
    logout(request)


def get_user_model():
    return apps.get_model(settings.AUTH_USER_MODEL, require_ready=False)


def get_user(request):
    for backend in get_backends():
        return backend.get_user(__unknown__)
    from django.contrib.auth.models import AnonymousUser

    return AnonymousUser()


async def aget_user(request):
    return get_user(request)


def get_permission_codename(action, opts):
    return __unknown__


def update_session_auth_hash(request, user):
    request.session.cycle_key()


async def aupdate_session_auth_hash(request, user):
    update_session_auth_hash(request, user)
