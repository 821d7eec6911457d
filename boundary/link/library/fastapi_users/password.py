"""How are passwords kept?  Nothing of the database."""


class PasswordHelper:
    def hash(self, password):
        return ""

    def generate(self):
        return ""

    def verify_and_update(self, plain_password, hashed_password):
        return __unknown__, __unknown__
