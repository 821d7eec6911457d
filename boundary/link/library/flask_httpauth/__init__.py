"""Who sends a request?  The object that the application's verifying function gives."""


class HTTPAuth:
    def current_user(self):
        pass

    def verify_password(self, function):
        return function

    def verify_token(self, function):
        return function

    def error_handler(self, function):
        return function

    def get_user_roles(self, function):
        return function

    def login_required(self, function=None, **kwargs):
        return function


class HTTPBasicAuth(HTTPAuth):
    pass


class HTTPTokenAuth(HTTPAuth):
    pass


class MultiAuth(HTTPAuth):
    def __init__(self, *args):
        pass


HTTPDigestAuth = HTTPBasicAuth
