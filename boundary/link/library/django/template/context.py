"""What holds the variables of a template?"""


class BaseContext:
    def __init__(self, dict_=None):
        pass


class Context(BaseContext):
    pass


class RequestContext(Context):
    def __init__(self, request, dict_=None, *args, **kwargs):
        self.request = request
