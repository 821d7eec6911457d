"""Which comments belong to a model, and which wait for a moderator?"""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class CommentManager(models.Manager):
    def in_moderation(self):
        return self.get_queryset().filter(is_public=False, is_removed=False)

    def for_model(self, model):
        return self.get_queryset().filter(content_type=ContentType.objects.get_for_model(model))
