"""What may clients call?  Methods that are listed with one of these."""


class RPC:
    def __init__(self, readonly=True, instantiate=None, result=None, **kwargs): ...


class Given:
    """Values and records that a client sends: of models, nobody knows how many and which fields."""

    def __iter__(self):
        return __unknown__

    def copy(self):
        return self
