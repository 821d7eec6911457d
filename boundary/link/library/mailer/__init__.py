"""How does django-mailer send?  It stores a row, which a command sends later."""


def send_mail(subject, message, from_email, recipient_list, priority=None, **kwargs):
    from mailer.models import Message

    Message.objects.create()
    return 1


def send_html_mail(subject, message, message_html, from_email, recipient_list, priority=None, **kwargs):
    from mailer.models import Message

    Message.objects.create()
    return 1


def send_mass_mail(datatuple, **kwargs):
    for subject, message, sender, recipient in datatuple:
        send_mail(subject, message, sender, recipient)


def mail_admins(subject, message, **kwargs):
    return send_mail(subject, message, __unknown__, __unknown__)


def mail_managers(subject, message, **kwargs):
    return send_mail(subject, message, __unknown__, __unknown__)
