"""What is in the dict that all tasks and hooks of a worker are handed?  What they put there."""


class Context:
    _state = {}

    def __setitem__(self, key, value):
        self._state[key] = value

    def __getitem__(self, key):
        return self._state[key]

    def __contains__(self, key):
        return __unknown__

    def get(self, key, default=None):
        return self._state.get(key, default)

    def pop(self, key, default=None):
        return self._state.get(key, default)

    def setdefault(self, key, default=None):
        self._state[key] = default
        return self._state[key]

    def update(self, other=(), **named):
        for key, value in dict(other, **named).items():
            self._state[key] = value
