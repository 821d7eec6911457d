"""What does a script, or a worker, work in?  An environment that holds a request of the application."""

from pyramid.request import Request


class AppEnvironment:
    def __getitem__(self, name):
        if name == "request":
            return __instance__(Request)
        return __unknown__

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        pass


def prepare(request=None, registry=None):
    return AppEnvironment()
