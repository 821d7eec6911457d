"""What do the pages of a login through another site do?"""

from django.contrib.auth import login
from social_core.actions import do_auth, do_complete, do_disconnect
from social_django.utils import load_backend, load_strategy


def auth(request, backend):
    return do_auth(load_backend(load_strategy(request), backend, None))


def complete(request, backend, *args, **kwargs):
    found = load_backend(load_strategy(request), backend, None)
    return do_complete(found, _do_login, user=request.user, request=request)


def disconnect(request, backend, association_id=None):
    return do_disconnect(load_backend(load_strategy(request), backend, None), request.user, association_id)


def _do_login(backend, user, social_user):
    login(backend.strategy.request, user)
    backend.strategy.request.session.set_expiry(__unknown__)
