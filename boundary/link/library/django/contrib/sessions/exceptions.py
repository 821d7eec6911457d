"""Which errors do sessions raise?"""


class InvalidSessionKey(Exception):
    pass


class SessionInterrupted(Exception):
    pass
