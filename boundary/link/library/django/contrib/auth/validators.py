"""Which names may users have?"""


class ASCIIUsernameValidator:
    def __call__(self, value):
        pass


class UnicodeUsernameValidator:
    def __call__(self, value):
        pass
