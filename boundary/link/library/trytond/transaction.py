"""What is the transaction of Tryton?  One that is there already; what it starts by itself is another one."""

from pep249 import Connection


class Kept:
    def __enter__(self):
        return Transaction()

    def __exit__(self, *exc): ...


class Transaction:
    def __init__(self, new=False): ...

    def __enter__(self):
        return self

    def __exit__(self, *exc): ...

    @property
    def connection(self):
        return Connection()

    def start(self, database_name, user, readonly=False, context=None, **kwargs):
        return Begun()

    def new_transaction(self, autocommit=False, readonly=False, **kwargs):
        return Begun()

    def set_context(self, context=None, **kwargs):
        return Kept()

    def reset_context(self):
        return Kept()

    def set_user(self, user, set_context=False):
        return Kept()

    def set_current_transaction(self, transaction):
        return self

    def lock_table(self, table): ...

    def lock_records(self, table, ids): ...

    def commit(self): ...

    def rollback(self): ...


class Begun(Transaction):
    """A transaction of its own, up to the end of its block."""


def check_access(func=None, *, _access=True):
    return func if func is not None else Kept()


def without_check_access(func=None):
    return func if func is not None else Kept()


def active_records(func=None, *, _test=True):
    return func if func is not None else Kept()


def inactive_records(func=None):
    return func if func is not None else Kept()
