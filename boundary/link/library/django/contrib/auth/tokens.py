"""What does a token generator ask of a user?"""


class PasswordResetTokenGenerator:
    def make_token(self, user):
        return self._make_hash_value(user, __unknown__)

    def check_token(self, user, token):
        self._make_hash_value(user, __unknown__)
        return __unknown__

    def _make_hash_value(self, user, timestamp):
        return __unknown__


default_token_generator = PasswordResetTokenGenerator()
