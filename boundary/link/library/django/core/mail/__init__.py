"""What do mails call? A backend; no table is written."""

from django.core.mail.message import EmailMessage, EmailMultiAlternatives

outbox = []


def get_connection(backend=None, fail_silently=False, **kwargs):
    from django.core.mail.backends.base import BaseEmailBackend

    return BaseEmailBackend()


def send_mail(subject, message, from_email, recipient_list, **options):
    return EmailMultiAlternatives(subject, message, from_email, recipient_list).send()


def send_mass_mail(datatuple, **options):
    return __unknown__


def mail_admins(subject, message, **options):
    pass


def mail_managers(subject, message, **options):
    pass
