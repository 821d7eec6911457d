"""When is a password's hash replaced while it is checked? Then the user is saved."""


def make_password(password, salt=None, hasher="default"):
    return __unknown__


def is_password_usable(encoded):
    return __unknown__


def check_password(password, encoded, setter=None, preferred="default"):
    if setter is not None and __unknown__:
        setter(password)
    return __unknown__


async def acheck_password(password, encoded, setter=None, preferred="default"):
    if setter is not None and __unknown__:
        await setter(password)
    return __unknown__


def identify_hasher(encoded):
    return __unknown__


def get_hasher(algorithm="default"):
    return __unknown__
