"""What runs when somebody comes back from another site?  The steps of the pipeline that the settings name, one by one.

`SOCIAL_AUTH_PIPELINE` lists functions of the project beside the library's own; each is called with the same keywords.
A step may leave off for a page of its own: the rest is kept as a row, which is deleted when it goes on.
"""

from django.conf import settings
from social_core.pipeline import DEFAULT_AUTH_PIPELINE, DEFAULT_DISCONNECT_PIPELINE


def do_auth(backend, redirect_name="next"):
    backend.strategy.session_set(redirect_name, __unknown__)
    return __unknown__


def do_complete(backend, login, user=None, redirect_name="next", *args, request=None, **kwargs):
    strategy = backend.strategy
    given = keywords(backend, user, request)
    __call_named__(settings.SOCIAL_AUTH_PIPELINE, DEFAULT_AUTH_PIPELINE, **given)
    if __unknown__:
        strategy.clean_partial_pipeline(__unknown__)
    login(backend, given["user"], given["social"])
    strategy.session_set("social_auth_last_login_backend", __unknown__)
    return __unknown__


def do_disconnect(backend, user, association_id=None, redirect_name="next", *args, **kwargs):
    given = keywords(backend, user, backend.strategy.request)
    __call_named__(settings.SOCIAL_AUTH_DISCONNECT_PIPELINE, DEFAULT_DISCONNECT_PIPELINE, **given)
    return __unknown__


def keywords(backend, user, request):
    from social_django.models import UserSocialAuth

    social = __instance__(UserSocialAuth)
    if __unknown__:
        user = social.user
    return {
        "strategy": backend.strategy,
        "backend": backend,
        "storage": __unknown__,
        "request": request,
        "user": user,
        "social": social,
        "uid": __unknown__,
        "details": __unknown__,
        "response": __unknown__,
        "is_new": __unknown__,
        "pipeline_index": __unknown__,
    }
