"""What does a response call once it is sent?  The functions that it was handed (`frameworks/flask/routes.py`)."""


class Response:
    def call_on_close(self, func):
        return func

    def __getattr__(self, name):
        return __unknown__
