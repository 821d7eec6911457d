"""Which table holds the notifications, and when is a row made?"""

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import models


class NotificationQuerySet(models.QuerySet):
    def unread(self, include_deleted=False):
        return self.filter(unread=True)

    def read(self, include_deleted=False):
        return self.filter(unread=False)

    def unsent(self):
        return self.filter(emailed=False)

    def sent(self):
        return self.filter(emailed=True)

    def active(self):
        return self.filter(deleted=False)

    def deleted(self):
        return self.filter(deleted=True)

    def mark_all_as_read(self, recipient=None):
        return self.unread().update(unread=False)

    def mark_all_as_unread(self, recipient=None):
        return self.read().update(unread=True)

    def mark_all_as_deleted(self, recipient=None):
        return self.active().update(deleted=True)

    def mark_all_as_active(self, recipient=None):
        return self.deleted().update(deleted=False)

    def mark_as_sent(self, recipient=None):
        return self.update(emailed=True)

    def mark_as_unsent(self, recipient=None):
        return self.update(emailed=False)


class Notification(models.Model):
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="notifications", on_delete=models.CASCADE
    )
    unread = models.BooleanField(default=True)
    actor_content_type = models.ForeignKey(ContentType, related_name="notify_actor", on_delete=models.CASCADE)
    actor_object_id = models.CharField(max_length=255)
    verb = models.CharField(max_length=255)
    deleted = models.BooleanField(default=False)
    emailed = models.BooleanField(default=False)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        app_label = "notifications"

    def mark_as_read(self):
        self.unread = False
        self.save()

    def mark_as_unread(self):
        self.unread = True
        self.save()


def notify_handler(sender, recipient=None, verb=None, **kwargs):
    recipients = recipient.user_set.all() if isinstance(recipient, Group) else recipient
    list(recipients)
    ContentType.objects.get_for_model(sender)
    if __unknown__:  # since 1.11 of the community's fork
        Notification.objects.bulk_create([Notification(recipient=__unknown__)])
    else:
        Notification(recipient=__unknown__).save()

