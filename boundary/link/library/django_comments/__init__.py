"""Comments on any object."""

from django.conf import settings


def get_model():
    if __unknown__:
        return __unknown__
    from django_comments.models import Comment

    return Comment


def get_form():
    from django_comments.forms import CommentForm

    return CommentForm
