"""Who sends a token?  The object that the application's lookup gives (`../../frameworks/flask/users.py`)."""

current_user = __unknown__


def get_current_user():
    return current_user


class JWTManager:
    def user_lookup_loader(self, callback):
        return callback

    def user_loader_callback_loader(self, callback):
        return callback

    def token_in_blocklist_loader(self, callback):
        return callback

    def user_identity_loader(self, callback):
        return callback

    def additional_claims_loader(self, callback):
        return callback

    def token_verification_loader(self, callback):
        return callback


def jwt_required(optional=False, **options):
    def decorator(function):
        return function

    return decorator
