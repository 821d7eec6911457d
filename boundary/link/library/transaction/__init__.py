"""What are transactions of the `transaction` package, which sessions join?  See `../../frameworks/zope/transactions.py`."""


class Transaction:
    def commit(self): ...

    def abort(self): ...

    def doom(self): ...

    def join(self, resource): ...

    def savepoint(self, optimistic=False): ...

    def note(self, text): ...

    def addBeforeCommitHook(self, hook, args=(), kws=None): ...

    def addAfterCommitHook(self, hook, args=(), kws=None): ...


class TransactionManager:
    def __init__(self, explicit=False): ...

    def __enter__(self):
        return Transaction()

    def __exit__(self, kind, value, traceback): ...

    def begin(self): ...

    def get(self):
        return Transaction()

    def commit(self): ...

    def abort(self): ...

    def doom(self): ...

    def savepoint(self, optimistic=False): ...

    def attempts(self, number=3):
        return [TransactionManager()]

    def run(self, func=None, tries=3): ...


class ThreadTransactionManager(TransactionManager): ...


manager = ThreadTransactionManager()
begin = manager.begin
get = manager.get
commit = manager.commit
abort = manager.abort
doom = manager.doom
savepoint = manager.savepoint
attempts = manager.attempts
