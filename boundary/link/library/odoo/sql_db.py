"""What is a cursor of Odoo?  A transaction that is there already; one that is asked for is another one."""

from pep249 import Cursor as _Cursor


class Savepoint:
    def __enter__(self):
        return self

    def __exit__(self, *exc): ...


class Callbacks:
    """Functions that run before a commit, as a part of its transaction."""

    def add(self, func):
        func()


class LaterCallbacks:
    def add(self, func):
        __defer__(func)


class Cursor(_Cursor):
    def savepoint(self, flush=True):
        return Savepoint()

    @property
    def precommit(self):
        return Callbacks()

    @property
    def postcommit(self):
        return LaterCallbacks()

    postrollback = prerollback = postcommit

    def commit(self): ...

    def rollback(self): ...

    def dictfetchone(self):
        return __unknown__

    def dictfetchall(self):
        return __unknown__

    def execute_values(self, query, argslist, template=None, page_size=100, fetch=False):
        return self.execute(query)


class NewCursor(Cursor):
    """A transaction of its own, up to the end of its block."""


def db_connect(name):
    return Connection()


class Connection:
    def cursor(self):
        return NewCursor()
