"""Which functions run when a row is written?  Their decorators are in `../../frameworks/row_signals.py`."""


class SignalEmitter:
    pass


class Signal:
    def connect(self, receiver): ...

    async def send(self, sender, **kwargs): ...


def receiver(signal, senders): ...


def pre_save(senders): ...


def post_save(senders): ...


def pre_update(senders): ...


def post_update(senders): ...


def pre_delete(senders): ...


def post_delete(senders): ...


def pre_relation_add(senders): ...


def post_relation_add(senders): ...


def pre_relation_remove(senders): ...


def post_relation_remove(senders): ...
