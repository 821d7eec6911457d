"""Who is logged in?  The object that the application's `user_loader` gives (`current_user` is set by a rule)."""

current_user = __unknown__


class UserMixin:
    pass


class AnonymousUserMixin:
    pass


class LoginManager:
    def user_loader(self, function):
        return function

    def request_loader(self, function):
        return function

    def header_loader(self, function):
        return function

    def unauthorized_handler(self, function):
        return function


def login_required(function):
    return function


fresh_login_required = login_required
