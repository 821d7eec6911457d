"""Who asks?  What the application's login manager adds for the request; a project's own class says of which kind it is."""


class Added:
    pass


_added = Added()


class CurrentAuth:
    is_placeholder = is_anonymous = is_authenticated = permissions = anchors = __unknown__

    def get(self, attr, default=None):
        return getattr(self, attr)

    def __getattr__(self, name):
        return getattr(_added, name)

    def __bool__(self):
        return __unknown__


class GetCurrentAuth:
    @classmethod
    def proxy(cls, subcls):
        return subcls()


current_auth = GetCurrentAuth.proxy(CurrentAuth)


def add_auth_attribute(attr, value, actor=False):
    setattr(_added, attr, value)
    if actor or attr == "user":
        _added.actor = value


def add_auth_anchor(anchor):
    pass


def request_has_auth():
    return __unknown__


def init_app(app):
    pass
