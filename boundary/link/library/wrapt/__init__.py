"""What does a decorator do that wrapt makes?  It calls its own function with the wrapped one and what that is given."""

import functools


def decorator(wrapper=None, enabled=None, adapter=None, proxy=None):
    def decorate(wrapped):
        @functools.wraps(wrapped)
        def run(*args, **kwargs):
            return wrapper(wrapped, __unknown__, args, kwargs)

        return run

    return decorate
