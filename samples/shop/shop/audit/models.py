"""Who did what to which money, and when. Rows are never changed."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from shop.core.models import AppendOnly, AppendOnlyQuerySet


class EntryQuerySet(AppendOnlyQuerySet):
    def about(self, target):
        return self.filter(
            content_type=ContentType.objects.get_for_model(target, for_concrete_model=False), object_id=target.pk
        )

    def by(self, actor):
        return self.filter(actor=actor)


class Entry(AppendOnly):
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    verb = models.CharField(max_length=40)
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey("content_type", "object_id", for_concrete_model=False)
    request = models.CharField(max_length=40, blank=True)
    data = models.JSONField(default=dict)

    objects = models.Manager.from_queryset(EntryQuerySet)()

    class Meta(AppendOnly.Meta):
        db_table = "audit_log"
        verbose_name_plural = "entries"
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self):
        return f"{self.verb} {self.content_type_id}:{self.object_id}"
