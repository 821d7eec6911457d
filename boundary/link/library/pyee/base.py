"""The emitter that calls its listeners at once."""


class PyeeException(Exception):
    pass


class PyeeError(PyeeException):
    pass


class EventEmitter:
    def __init__(self): ...

    def on(self, event, f=None): ...

    def listens_to(self, event): ...

    def add_listener(self, event, f): ...

    def once(self, event, f=None): ...

    def emit(self, event, *args, **kwargs): ...

    def remove_listener(self, event, f): ...

    def remove_all_listeners(self, event=None): ...
