"""Which validators of pydal ask the database?  The others hand on what they are given."""


def IS_IN_DB(dbset, field, *args, **kwargs): ...


def IS_NOT_IN_DB(dbset, field, *args, **kwargs): ...


def ANY_OF(other=None, *args, **kwargs):
    return [other, *args]


def CLEANUP(other=None, *args, **kwargs):
    return __unknown__


def CRYPT(other=None, *args, **kwargs):
    return __unknown__


def IS_ALPHANUMERIC(other=None, *args, **kwargs):
    return __unknown__


def IS_DATE_IN_RANGE(other=None, *args, **kwargs):
    return __unknown__


def IS_DATE(other=None, *args, **kwargs):
    return __unknown__


def IS_DATETIME_IN_RANGE(other=None, *args, **kwargs):
    return __unknown__


def IS_DATETIME(other=None, *args, **kwargs):
    return __unknown__


def IS_DECIMAL_IN_RANGE(other=None, *args, **kwargs):
    return __unknown__


def IS_EMAIL(other=None, *args, **kwargs):
    return __unknown__


def IS_LIST_OF_EMAILS(other=None, *args, **kwargs):
    return __unknown__


def IS_EMPTY_OR(other=None, *args, **kwargs):
    return [other, *args]


def IS_EXPR(other=None, *args, **kwargs):
    return __unknown__


def IS_FILE(other=None, *args, **kwargs):
    return __unknown__


def IS_FLOAT_IN_RANGE(other=None, *args, **kwargs):
    return __unknown__


def IS_IMAGE(other=None, *args, **kwargs):
    return __unknown__


def IS_INT_IN_RANGE(other=None, *args, **kwargs):
    return __unknown__


def IS_IPV4(other=None, *args, **kwargs):
    return __unknown__


def IS_IPV6(other=None, *args, **kwargs):
    return __unknown__


def IS_IPADDRESS(other=None, *args, **kwargs):
    return __unknown__


def IS_LENGTH(other=None, *args, **kwargs):
    return __unknown__


def IS_LIST_OF(other=None, *args, **kwargs):
    return [other, *args]


def IS_LOWER(other=None, *args, **kwargs):
    return __unknown__


def IS_MATCH(other=None, *args, **kwargs):
    return __unknown__


def IS_EQUAL_TO(other=None, *args, **kwargs):
    return __unknown__


def IS_NOT_EMPTY(other=None, *args, **kwargs):
    return __unknown__


def IS_IN_SET(other=None, *args, **kwargs):
    return __unknown__


def IS_NULL_OR(other=None, *args, **kwargs):
    return [other, *args]


def IS_SLUG(other=None, *args, **kwargs):
    return __unknown__


def IS_STRONG(other=None, *args, **kwargs):
    return __unknown__


def IS_TIME(other=None, *args, **kwargs):
    return __unknown__


def IS_UPLOAD_FILENAME(other=None, *args, **kwargs):
    return __unknown__


def IS_UPPER(other=None, *args, **kwargs):
    return __unknown__


def IS_URL(other=None, *args, **kwargs):
    return __unknown__


def IS_JSON(other=None, *args, **kwargs):
    return __unknown__


def IS_SAFE(other=None, *args, **kwargs):
    return __unknown__
