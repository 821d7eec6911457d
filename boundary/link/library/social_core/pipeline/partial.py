"""What does a step do that may leave off for a page of its own?  It keeps what is left to do as a row."""

from functools import wraps


def partial(func):
    @wraps(func)
    def wrapper(strategy, backend, pipeline_index=None, *args, **kwargs):
        current_partial = strategy.partial_prepare()
        out = func(*args, strategy=strategy, backend=backend, current_partial=current_partial, **kwargs)
        if __unknown__:
            current_partial.save()
            strategy.session_set("partial_pipeline_token", __unknown__)
        return out

    return wrapper
