"""Which tables hold revisions, and what does reverting do?"""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction


class Revision(models.Model):
    date_created = models.DateTimeField(db_index=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, blank=True, null=True, on_delete=models.SET_NULL)
    comment = models.TextField(blank=True)

    class Meta:
        app_label = "reversion"

    def revert(self, delete=False):
        with transaction.atomic():
            for version in self.version_set.all():
                version.revert()


class VersionQuerySet(models.QuerySet):
    def get_for_model(self, model, model_db=None):
        return self.filter(content_type=__unknown__)

    def get_for_object_reference(self, model, object_id, model_db=None):
        return self.filter(object_id=object_id)

    def get_for_object(self, obj, model_db=None):
        return self.filter(object_id=obj.pk)

    def get_deleted(self, model, model_db=None):
        return self.filter(content_type=__unknown__)

    def get_unique(self):
        return list(self)


class Version(models.Model):
    objects = VersionQuerySet.as_manager()

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE)
    object_id = models.CharField(max_length=191)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    db = models.CharField(max_length=191)
    format = models.CharField(max_length=255)
    serialized_data = models.TextField()
    object_repr = models.TextField()

    class Meta:
        app_label = "reversion"

    @property
    def field_dict(self):
        return {**__unknown__}

    @property
    def object(self):
        return __unknown__

    def revert(self):
        pass
