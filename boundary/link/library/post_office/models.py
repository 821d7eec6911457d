"""In which tables are mails, their templates, attachments and the log?"""

from django.db import models


class Email(models.Model):
    template = models.ForeignKey("post_office.EmailTemplate", blank=True, null=True, on_delete=models.CASCADE)

    class Meta:
        app_label = "post_office"

    def email_message(self):
        return self.prepare_email_message()

    def prepare_email_message(self):
        if self.template is not None:
            pass
        list(self.attachments.all())
        return __unknown__

    def dispatch(self, log_level=None, disconnect_after_delivery=True, commit=True, connection=None):
        self.email_message()
        if commit:
            self.save(update_fields=["status"])
            self.logs.create()
        return __unknown__


class Log(models.Model):
    email = models.ForeignKey(Email, related_name="logs", on_delete=models.CASCADE)

    class Meta:
        app_label = "post_office"


class EmailTemplate(models.Model):
    default_template = models.ForeignKey("self", related_name="translated_templates", null=True, on_delete=models.CASCADE)

    class Meta:
        app_label = "post_office"


class Attachment(models.Model):
    emails = models.ManyToManyField(Email, related_name="attachments", blank=True)

    class Meta:
        app_label = "post_office"
