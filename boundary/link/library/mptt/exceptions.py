"""Which errors do trees raise?"""


class InvalidMove(Exception):
    pass


class CantDisableUpdates(Exception):
    pass
