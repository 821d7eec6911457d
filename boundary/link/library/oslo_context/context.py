"""What makes the context of a request?  The class of the project that is asked for one."""


class RequestContext:
    def __init__(self, **kwargs):
        pass

    @classmethod
    def from_dict(cls, values, **kwargs):
        return cls(**kwargs)

    @classmethod
    def from_environ(cls, environ, **kwargs):
        return cls(**kwargs)


def get_admin_context(show_deleted=False):
    return RequestContext()
