"""What holds the variables of a template?"""


class BaseContext:
    def __init__(self, dict_=None, *args, **kwargs):
        self.held = dict_

    def __shown__(self):
        __show__(self.held)

    def flatten(self):
        return self.held

    def __getitem__(self, key):
        return self.held[key]

    def get(self, key, otherwise=None):
        return self.held.get(key, otherwise)


class Context(BaseContext):
    pass


class RequestContext(Context):
    def __init__(self, request, dict_=None, *args, **kwargs):
        self.request = request
        self.held = dict_


class GivenContext(RequestContext):
    """What a tag is given. `../../../frameworks/django/templates.py` knows what is in it."""

    def flatten(self): ...

    def __getitem__(self, key): ...

    def get(self, key, otherwise=None): ...
