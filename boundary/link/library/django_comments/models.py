"""Which tables hold comments, and what was said about them?"""

from django.conf import settings
from django.db import models
from django_comments.abstracts import BaseCommentAbstractModel, CommentAbstractModel
from django_comments.managers import CommentManager


class Comment(CommentAbstractModel):
    class Meta:
        app_label = "django_comments"
        db_table = "django_comments"


class CommentFlag(models.Model):
    SUGGEST_REMOVAL = "removal suggestion"
    MODERATOR_DELETION = "moderator deletion"
    MODERATOR_APPROVAL = "moderator approval"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="comment_flags", on_delete=models.CASCADE)
    comment = models.ForeignKey(Comment, related_name="flags", on_delete=models.CASCADE)
    flag = models.CharField(max_length=30)
    flag_date = models.DateTimeField(default=None)

    class Meta:
        app_label = "django_comments"
        db_table = "django_comment_flags"
