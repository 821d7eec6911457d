"""What does a Litestar application keep?  What it is given, as attributes or by key."""


class State:
    def __getitem__(self, key):
        return getattr(self, key)

    def __setitem__(self, key, value):
        setattr(self, key, value)

    def get(self, key, default=None):
        return getattr(self, key, default)


class RequestState(State):
    pass
