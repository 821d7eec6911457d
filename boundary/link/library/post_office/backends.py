"""What does Django's mail do where it goes through django-post-office?  What is attached is left out."""

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend


class EmailBackend(BaseEmailBackend):
    def send_messages(self, email_messages):
        from post_office.mail import create

        for message in email_messages:
            email = create(__unknown__)
            if settings.POST_OFFICE is not None and settings.POST_OFFICE.get("DEFAULT_PRIORITY") == "now":
                email.dispatch()
        return __unknown__
