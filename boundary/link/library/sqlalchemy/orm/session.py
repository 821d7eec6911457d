"""What is a session?  The unit of work, whose methods the linker knows by itself, and what makes sessions."""

from sqlalchemy.engine import Connection


class Session(Connection):
    info = {}

    def __init__(self, bind=None, **kwargs):
        pass

    def connection(self, **kwargs):
        return Connection()

    @staticmethod
    def object_session(instance):
        return object_session(instance)

    @property
    def bind(self):
        return __unknown__

    def get_bind(self, *args, **kwargs):
        return __unknown__

    @property
    def no_autoflush(self):
        return NoAutoflush()

    @property
    def sync_session(self):
        return self

    def get_transaction(self):
        return SessionTransaction()

    @property
    def transaction(self):
        return SessionTransaction()

    @property
    def dirty(self):
        return []

    @property
    def new(self):
        return []

    @property
    def deleted(self):
        return []


class NoAutoflush:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


class SessionTransaction:
    """A savepoint: its commit ends no unit of work."""

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def commit(self):
        pass

    def rollback(self):
        pass

    def close(self):
        pass


class ScopedRegistry:
    def __init__(self, session):
        self._session = session

    def __call__(self):
        return self._session

    def has(self):
        return __unknown__

    def set(self, session): ...

    def clear(self): ...


class scoped_session(Session):
    """The session of a thread or request: a call gives that one, and no new one."""

    def __init__(self, session_factory=None, scopefunc=None):
        pass

    def __call__(self, **kwargs):
        return self

    def configure(self, **kwargs):
        pass

    def query_property(self, query_cls=None):
        return __unknown__

    @property
    def registry(self):
        return ScopedRegistry(self)

    @property
    def session_factory(self):
        return sessionmaker()


class sessionmaker:
    def __call__(self, **kwargs):
        pass

    def begin(self):
        pass

    def configure(self, **kwargs):
        pass


class SessionEvents:
    pass


def create_session(bind=None, autocommit=True, **kwargs):
    return Session(bind, autocommit=autocommit)


def object_session(instance):
    return __instance__(Session)


def make_transient(instance):
    pass


def make_transient_to_detached(instance):
    pass


def close_all_sessions():
    pass
