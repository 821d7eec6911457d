"""In which tables are the mails that wait, those that must not be sent, and the log?"""

from django.db import models

PRIORITY_HIGH = 1
PRIORITY_MEDIUM = 2
PRIORITY_LOW = 3
PRIORITY_DEFERRED = 4


class MessageManager(models.Manager):
    def high_priority(self):
        return self.filter()

    def medium_priority(self):
        return self.filter()

    def low_priority(self):
        return self.filter()

    def non_deferred(self):
        return self.filter()

    def deferred(self):
        return self.filter()

    def retry_deferred(self, new_priority=PRIORITY_MEDIUM):
        return self.deferred().update(priority=new_priority)


class Message(models.Model):
    objects = MessageManager()

    class Meta:
        app_label = "mailer"


def make_message(subject="", body="", from_email=None, to=None, bcc=None, attachments=None, **kwargs):
    return Message()


class DontSendEntryManager(models.Manager):
    def has_address(self, address):
        return self.filter(to_address=address).exists()


class DontSendEntry(models.Model):
    objects = DontSendEntryManager()

    class Meta:
        app_label = "mailer"


class MessageLogManager(models.Manager):
    def log(self, message, result_code, log_message=""):
        return self.create()

    def purge_old_entries(self, days, **kwargs):
        return self.filter().delete()


class MessageLog(models.Model):
    objects = MessageLogManager()

    class Meta:
        app_label = "mailer"
