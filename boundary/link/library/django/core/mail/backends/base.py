"""What does a mail backend offer?"""


class BaseEmailBackend:
    def __init__(self, fail_silently=False, **kwargs):
        pass

    def open(self):
        pass

    def close(self):
        pass

    def __enter__(self):
        self.open()
        return self

    def __exit__(self, *exception):
        self.close()

    def send_messages(self, email_messages):
        return __unknown__
