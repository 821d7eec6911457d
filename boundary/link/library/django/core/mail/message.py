"""What is a mail?"""


class BadHeaderError(ValueError):
    pass


class EmailMessage:
    def __init__(self, subject="", body="", from_email=None, to=None, *args, **kwargs):
        self.subject = subject
        self.body = body
        self.to = to

    def get_connection(self, fail_silently=False):
        from django.core.mail import get_connection

        return get_connection()

    def message(self):
        return __unknown__

    def recipients(self):
        return __unknown__

    def send(self, fail_silently=False):
        return __unknown__

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
