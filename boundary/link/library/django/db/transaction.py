"""Transactions; `atomic` and `on_commit` are known to the linker itself."""


class TransactionManagementError(Exception): ...


class Atomic:
    def __init__(self, using=None, savepoint=True, durable=False): ...


def atomic(using=None, savepoint=True, durable=False): ...


def commit_on_success(using=None): ...


def on_commit(func, using=None, robust=False): ...


def non_atomic_requests(using=None): ...


def get_connection(using=None):
    from django.db.backends.utils import ConnectionWrapper

    return ConnectionWrapper()


def savepoint(using=None):
    return __unknown__


def savepoint_commit(sid, using=None): ...


def savepoint_rollback(sid, using=None): ...


def set_rollback(rollback, using=None): ...


def get_autocommit(using=None):
    return __unknown__


def set_autocommit(autocommit, using=None): ...


def commit(using=None): ...


def rollback(using=None): ...
