"""What do mails call?  A backend, the one that the settings name: some keep a row for each mail, to send it later."""

from django.conf import settings
from django.core.mail.message import EmailMessage, EmailMultiAlternatives
from django.utils.module_loading import import_string

outbox = []


def get_connection(backend=None, fail_silently=False, **kwargs):
    return import_string(backend or settings.EMAIL_BACKEND)(fail_silently=fail_silently, **kwargs)


def send_mail(
    subject,
    message,
    from_email,
    recipient_list,
    fail_silently=False,
    auth_user=None,
    auth_password=None,
    connection=None,
    html_message=None,
):
    mail = EmailMultiAlternatives(subject, message, from_email, recipient_list, connection=connection)
    return mail.send(fail_silently)


def send_mass_mail(datatuple, fail_silently=False, auth_user=None, auth_password=None, connection=None):
    connection = connection or get_connection()
    return connection.send_messages([EmailMessage(subject) for subject in __unknown__])


def mail_admins(subject, message, fail_silently=False, connection=None, html_message=None):
    EmailMultiAlternatives(subject, message, connection=connection).send(fail_silently)


def mail_managers(subject, message, fail_silently=False, connection=None, html_message=None):
    EmailMultiAlternatives(subject, message, connection=connection).send(fail_silently)
