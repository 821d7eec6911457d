"""Which errors does the API raise?"""


class APIException(Exception):
    status_code = 500
    default_detail = ""
    default_code = "error"

    def __init__(self, detail=None, code=None):
        self.detail = detail

    def get_codes(self):
        return __unknown__

    def get_full_details(self):
        return __unknown__


class ValidationError(APIException):
    pass


class ParseError(APIException):
    pass


class AuthenticationFailed(APIException):
    pass


class NotAuthenticated(APIException):
    pass


class PermissionDenied(APIException):
    pass


class NotFound(APIException):
    pass


class MethodNotAllowed(APIException):
    def __init__(self, method, detail=None, code=None):
        self.detail = detail


class NotAcceptable(APIException):
    pass


class UnsupportedMediaType(APIException):
    pass


class Throttled(APIException):
    pass
