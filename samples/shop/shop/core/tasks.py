"""Where background tasks come from: Celery if it is there, else a stand-in that runs them at once."""

import functools

try:
    from celery import shared_task
except ImportError:

    class InlineTask:
        """Enough of a Celery task for a shop on one machine."""

        def __init__(self, function):
            functools.update_wrapper(self, function)
            self.run = function

        def __call__(self, *args, **kwargs):
            return self.run(*args, **kwargs)

        def delay(self, *args, **kwargs):
            return self.apply_async(args, kwargs)

        def apply_async(self, args=(), kwargs=None, **options):
            return self.run(*args, **(kwargs or {}))

    def shared_task(function=None, **options):
        if function is None:
            return InlineTask
        return InlineTask(function)


__all__ = ["shared_task"]
