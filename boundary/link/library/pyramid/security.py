"""Who asks is remembered and forgotten by the policy of the application (`../../frameworks/pyramid_security.py`)."""


def remember(request, userid, **kwargs): ...


def forget(request, **kwargs): ...
