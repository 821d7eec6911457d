"""Which table does the admin log its changes to?"""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

ADDITION = 1
CHANGE = 2
DELETION = 3
ACTION_FLAG_CHOICES = []


class LogEntryManager(models.Manager):
    use_in_migrations = True

    def log_action(self, user_id, content_type_id, object_id, object_repr, action_flag, change_message=""):
        return self.model.objects.create(user_id=user_id, action_flag=action_flag, change_message=change_message)

    def log_actions(self, user_id, queryset, action_flag, change_message="", *, single_object=False):
        entries = [self.model(user_id=user_id, action_flag=action_flag) for each in queryset]
        ContentType.objects.get_for_model(__unknown__)
        if single_object:
            entries[0].save()
            return entries[0]
        return self.model.objects.bulk_create(entries)


class LogEntry(models.Model):
    action_time = models.DateTimeField(default=timezone.now)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    content_type = models.ForeignKey(ContentType, models.SET_NULL, blank=True, null=True)
    object_id = models.TextField(blank=True, null=True)
    object_repr = models.CharField(max_length=200)
    action_flag = models.PositiveSmallIntegerField()
    change_message = models.TextField(blank=True)

    objects = LogEntryManager()

    class Meta:
        app_label = "admin"
        db_table = "django_admin_log"

    def get_edited_object(self):
        return self.content_type.get_object_for_this_type(pk=self.object_id)
