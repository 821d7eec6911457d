"""What does a comment refer to?"""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.sites.models import Site
from django.db import models
from django_comments.managers import CommentManager


class BaseCommentAbstractModel(models.Model):
    content_type = models.ForeignKey(ContentType, related_name="content_type_set_for_%(class)s", on_delete=models.CASCADE)
    object_pk = models.CharField(max_length=64)
    content_object = GenericForeignKey(ct_field="content_type", fk_field="object_pk")
    site = models.ForeignKey(Site, on_delete=models.CASCADE)

    class Meta:
        abstract = True


class CommentAbstractModel(BaseCommentAbstractModel):
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="%(class)s_comments", on_delete=models.SET_NULL
    )
    user_name = models.CharField(max_length=50)
    user_email = models.EmailField()
    user_url = models.URLField()
    comment = models.TextField()
    submit_date = models.DateTimeField(default=None)
    ip_address = models.GenericIPAddressField(null=True)
    is_public = models.BooleanField(default=True)
    is_removed = models.BooleanField(default=False)

    objects = CommentManager()

    class Meta:
        abstract = True

    def _get_userinfo(self):
        return {"name": self.user_name, "user": self.user}

    userinfo = property(_get_userinfo)

    def get_as_text(self):
        return self.user_name
