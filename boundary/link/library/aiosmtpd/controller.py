"""What does a server of mail hand on?  The handler that it was made of, whatever class the project makes of it."""

from aiosmtpd.smtp import SMTP


class BaseController:
    def __init__(self, handler, *args, **kwargs):
        self.handler = handler
        SMTP(handler)

    def factory(self):
        return SMTP(self.handler)

    def start(self):
        self.factory()

    def stop(self):
        pass


class BaseThreadedController(BaseController):
    pass


class BaseUnthreadedController(BaseController):
    def begin(self):
        self.factory()

    def end(self):
        pass


class Controller(BaseThreadedController):
    pass


class UnthreadedController(BaseUnthreadedController):
    pass


class UnixSocketController(BaseThreadedController):
    pass


class UnixSocketUnthreadedController(BaseUnthreadedController):
    pass
