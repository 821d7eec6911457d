"""What do the blocks of mongoengine change?  Only `run_in_transaction` is a transaction; see `../../frameworks/mongoengine`."""


from contextlib import contextmanager


class no_sub_classes:
    def __init__(self, cls): ...

    def __enter__(self): ...

    def __exit__(self, *exc): ...


@contextmanager
def switch_db(cls, db_alias):
    yield cls


def _elsewhere(cls): ...


@contextmanager
def switch_collection(cls, collection_name):
    _elsewhere(cls)
    yield cls


@contextmanager
def no_dereference(cls):
    yield cls


class query_counter:
    def __enter__(self):
        return self

    def __exit__(self, *exc): ...


def run_in_transaction(alias="default", session_kwargs=None, transaction_kwargs=None): ...
