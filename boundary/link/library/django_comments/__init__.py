"""Comments on any object: those of the app that the settings name, where it has a model of its own."""

from importlib import import_module

from django.conf import settings


def get_comment_app():
    return import_module(settings.COMMENTS_APP)


def get_model():
    if settings.COMMENTS_APP != "django_comments":
        own = getattr(get_comment_app(), "get_model", None)
        if own is not None:
            return own()
    from django_comments.models import Comment

    return Comment


def get_form():
    if settings.COMMENTS_APP != "django_comments":
        own = getattr(get_comment_app(), "get_form", None)
        if own is not None:
            return own()
    from django_comments.forms import CommentForm

    return CommentForm
