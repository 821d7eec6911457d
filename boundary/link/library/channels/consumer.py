"""What every consumer of Channels has."""


class AsyncConsumer:
    channel_layer = __unknown__
    channel_name = __unknown__
    scope = __unknown__

    def __init__(self, *args, **kwargs):
        pass

    @classmethod
    def as_asgi(cls, **initkwargs):
        cls(**initkwargs)


class SyncConsumer(AsyncConsumer):
    pass
