"""What do flagging, removing and approving a comment write?"""

import django_comments
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django_comments import signals
from django_comments.models import CommentFlag


def flag(request: HttpRequest, comment_id, next=None):
    get_current_site(request)
    perform_flag(request, get_object_or_404(django_comments.get_model(), pk=comment_id))
    return HttpResponseRedirect(__unknown__)


def delete(request: HttpRequest, comment_id, next=None):
    get_current_site(request)
    perform_delete(request, get_object_or_404(django_comments.get_model(), pk=comment_id))
    return HttpResponseRedirect(__unknown__)


def approve(request: HttpRequest, comment_id, next=None):
    get_current_site(request)
    perform_approve(request, get_object_or_404(django_comments.get_model(), pk=comment_id))
    return HttpResponseRedirect(__unknown__)


def perform_flag(request, comment):
    made, created = CommentFlag.objects.get_or_create(comment=comment, user=request.user, flag=CommentFlag.SUGGEST_REMOVAL)
    _tell(request, comment, made, created)


def perform_delete(request, comment):
    made, created = CommentFlag.objects.get_or_create(comment=comment, user=request.user, flag=CommentFlag.MODERATOR_DELETION)
    comment.is_removed = True
    comment.save()
    _tell(request, comment, made, created)


def perform_approve(request, comment):
    made, created = CommentFlag.objects.get_or_create(comment=comment, user=request.user, flag=CommentFlag.MODERATOR_APPROVAL)
    comment.is_removed = False
    comment.save()
    _tell(request, comment, made, created)


def _tell(request, comment, made, created):
    signals.comment_was_flagged.send(
        sender=comment.__class__, comment=comment, flag=made, created=created, request=request
    )
