"""What does Django's mail do where it goes through django-mailer?"""

from django.core.mail.backends.base import BaseEmailBackend


class DbBackend(BaseEmailBackend):
    def send_messages(self, email_messages):
        from mailer.models import Message

        return len(Message.objects.bulk_create([Message() for each in email_messages]))
