"""What does `mail.send` store?  A mail that is to go out now is sent at once."""

from django.conf import settings
from post_office.models import Email, EmailTemplate, Log
from post_office.utils import create_attachments, get_email_template


def create(sender, recipients=None, template=None, priority=None, commit=True, **kwargs):
    email = Email(template=template)
    if commit:
        email.save()
    return email


def send(
    recipients=None, sender=None, template=None, context=None, *, priority=None, attachments=None, language="",
    commit=True, **kwargs
):
    if template is not None and not isinstance(template, EmailTemplate):
        template = get_email_template(template, language)
    email = create(sender, recipients, template, priority, commit)
    if attachments:
        email.attachments.add(*create_attachments(attachments))
    if priority is None and settings.POST_OFFICE is not None:
        priority = settings.POST_OFFICE.get("DEFAULT_PRIORITY")
    if priority == "now":
        email.dispatch()
    return email


def send_many(kwargs_list):
    return Email.objects.bulk_create([create(each, commit=False) for each in kwargs_list])


def get_queued():
    return Email.objects.filter().select_related("template").order_by().prefetch_related("attachments")


def send_queued(processes=1, log_level=None):
    emails = get_queued()
    if emails:
        _send_bulk(emails)
    return __unknown__


def send_queued_mail_until_done(lockfile=None, processes=1, log_level=None):
    send_queued(processes, log_level)


def _send_bulk(emails, uses_multiprocessing=True, log_level=None):
    for email in emails:
        email.email_message()
    Email.objects.filter(id__in=emails).update(status=__unknown__)
    Log.objects.bulk_create([Log(email=email) for email in emails])
