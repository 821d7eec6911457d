"""What is a transaction of pynamodb?  What it is told is done at its end, all or nothing."""


class Transaction:
    def __init__(self, connection=None, **kwargs): ...

    def __enter__(self):
        return self

    def __exit__(self, *exc): ...


class TransactWrite(Transaction):
    def save(self, model, **kwargs): ...

    def update(self, model, actions, **kwargs): ...

    def delete(self, model, **kwargs): ...

    def condition_check(self, model_cls, hash_key, **kwargs): ...


class TransactGet(Transaction):
    def get(self, model_cls, hash_key, **kwargs): ...
