"""What do signers do? They touch no table."""


class BadSignature(Exception):
    pass


class SignatureExpired(BadSignature):
    pass


class JSONSerializer:
    def dumps(self, obj):
        return __unknown__

    def loads(self, data):
        return __unknown__


class Signer:
    def __init__(self, *, key=None, sep=":", salt=None, **options):
        pass

    def sign(self, value):
        return __unknown__

    def unsign(self, signed_value, max_age=None):
        return __unknown__

    def sign_object(self, obj, **options):
        return __unknown__

    def unsign_object(self, signed_obj, **kwargs):
        return __unknown__


class TimestampSigner(Signer):
    pass


def dumps(obj, key=None, salt="", **options):
    return __unknown__


def loads(s, key=None, salt="", **options):
    return __unknown__
