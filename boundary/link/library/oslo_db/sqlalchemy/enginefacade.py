"""What does oslo.db run in a transaction?  What stands in `writer.using(context)` or in a function under a writer.

The outermost writer commits; those inside of it, and savepoints, are part of its transaction. Readers end in a rollback.
The session is an attribute of the context that a function is given.
"""

from functools import wraps

from oslo_db.sqlalchemy import orm
from oslo_db.sqlalchemy.orm import Session
from sqlalchemy.engine import Engine
from sqlalchemy.orm.session import sessionmaker


def _session(context):
    orm.get_maker(None)
    session = __instance__(Session)
    context.session = session
    return session


class _Manager:
    def configure(self, **kwargs):
        pass

    append_on_engine_create = dispose_pool = patch_factory = patch_engine = configure

    def make_new_manager(self):
        return self

    def get_engine(self):
        return Engine()

    def get_sessionmaker(self):
        return orm.get_maker(None)

    @property
    def writer(self):
        return _Writer()

    @property
    def reader(self):
        return _Reader()

    async_ = reader

    @property
    def replace(self):
        return self

    allow_async = independent = savepoint = connection = replace

    def _wrapped(self, fn):
        return fn

    def __call__(self, fn):
        inner = self._wrapped(fn)

        @wraps(fn)
        def wrapper(*args, **kwargs):
            _session(args[0])
            return inner(*args, **kwargs)

        return wrapper

    def using(self, context):
        return _session(context)


class _Reader(_Manager):
    pass


class _Writer(_Manager):
    def _wrapped(self, fn):
        return __instance__(Session).begin()(fn)

    def using(self, context):
        return _session(context).begin()


def transaction_context_provider(klass):
    orm.get_maker(None)
    klass.session = klass.connection = __instance__(Session)
    return klass


def transaction_context():
    return _Manager()


writer = _Writer()
reader = _Reader()


def configure(**kwargs):
    pass


get_legacy_facade = configure


class LegacyEngineFacade:
    def __init__(self, *args, **kwargs):
        pass

    @classmethod
    def from_config(cls, *args, **kwargs):
        return cls()

    def get_engine(self, use_slave=False):
        return Engine()

    def get_session(self, *args, **kwargs):
        return Session()

    def get_sessionmaker(self, use_slave=False):
        return orm.get_maker(None)
