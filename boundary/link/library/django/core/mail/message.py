"""What is a mail, and what does sending it call?"""


class BadHeaderError(ValueError):
    pass


class EmailMessage:
    def __init__(self, subject="", body="", from_email=None, to=None, bcc=None, connection=None, *args, **kwargs):
        self.subject = subject
        self.body = body
        self.to = to
        self.connection = connection

    def get_connection(self, fail_silently=False):
        from django.core.mail import get_connection

        return self.connection or get_connection(fail_silently=fail_silently)

    def message(self):
        return __unknown__

    def recipients(self):
        return __unknown__

    def send(self, fail_silently=False):
        return self.get_connection(fail_silently).send_messages([self])

    def attach(self, *args, **kwargs):
        pass

    def attach_file(self, *args, **kwargs):
        pass


class EmailMultiAlternatives(EmailMessage):
    def attach_alternative(self, content, mimetype):
        pass


def sanitize_address(addr, encoding):
    return addr


def make_msgid(*args, **kwargs):
    return __unknown__
