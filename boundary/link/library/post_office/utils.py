"""How are templates found, and attachments stored?"""

from post_office.models import Attachment, EmailTemplate


def get_email_template(name, language=""):
    return EmailTemplate.objects.get(name=name, language=language)


def create_attachments(attachment_files):
    return [Attachment.objects.create() for each in attachment_files]


def send_mail(subject, message, from_email, recipient_list, html_message="", scheduled_time=None, headers=None, priority=None):
    from post_office.models import Email

    return [Email.objects.create() for each in recipient_list]
