"""Who asks too often? django-ratelimit counts requests in the cache, which may be a table."""

ALL = (None,)
UNSAFE = ("DELETE", "PATCH", "POST", "PUT")
