"""Who asks is remembered and forgotten by the policy of the application (`../../frameworks/pyramid/security.py`)."""

NO_PERMISSION_REQUIRED = "__no_permission_required__"


def remember(request, userid, **kwargs): ...


def forget(request, **kwargs): ...
