"""What is a request?  What the application added to it, and the services that it finds (see `config.py`)."""

from pyramid.registry import Registry


class Request:
    registry = __instance__(Registry)
    validated = {**__unknown__}
    """What Cornice's validators found in it."""

    def find_service(self, iface=None, context=None, name=""): ...

    def has_permission(self, permission, context=None): ...

    def get_response(self, application, catch_exc_info=False):
        return application({}, __unknown__)

    send = get_response

    def add_finished_callback(self, callback): ...

    def add_response_callback(self, callback): ...


class RequestLocalCache:
    def __init__(self, creator=None):
        self._creator = creator

    def __call__(self, function):
        return function

    def get_or_create(self, request, creator=None):
        return (creator or self._creator)(request)
