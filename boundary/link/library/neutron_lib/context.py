"""What does Neutron hand around with a request?  A context that has a session."""

from neutron_lib.db import api


class ContextBase:
    def __init__(self, *args, **kwargs):
        pass

    def elevated(self):
        return self

    @classmethod
    def from_dict(cls, values):
        return cls()


class ContextBaseWithSession(ContextBase):
    pass


class Context(ContextBaseWithSession):
    session = __instance__(api.enginefacade.Session)


def get_admin_context():
    return Context()


def get_admin_context_without_session():
    return ContextBase()
