"""Which errors does Django raise?"""


class FieldDoesNotExist(Exception):
    pass


class AppRegistryNotReady(Exception):
    pass


class ObjectDoesNotExist(Exception):
    pass


class ObjectNotUpdated(Exception):
    pass


class MultipleObjectsReturned(Exception):
    pass


class SuspiciousOperation(Exception):
    pass


class SuspiciousMultipartForm(SuspiciousOperation):
    pass


class SuspiciousFileOperation(SuspiciousOperation):
    pass


class DisallowedHost(SuspiciousOperation):
    pass


class DisallowedRedirect(SuspiciousOperation):
    pass


class RequestDataTooBig(SuspiciousOperation):
    pass


class BadRequest(Exception):
    pass


class PermissionDenied(Exception):
    pass


class ViewDoesNotExist(Exception):
    pass


class MiddlewareNotUsed(Exception):
    pass


class ImproperlyConfigured(Exception):
    pass


class FieldError(Exception):
    pass


class ValidationError(Exception):
    def __init__(self, message, code=None, params=None):
        self.message = message
        self.code = code


class EmptyResultSet(Exception):
    pass


class FullResultSet(Exception):
    pass


class SynchronousOnlyOperation(Exception):
    pass


NON_FIELD_ERRORS = "__all__"
