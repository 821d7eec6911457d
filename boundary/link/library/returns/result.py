"""What is in a result, and which functions does it call?  `Success(order).map(save).unwrap()`; a failure holds an error.

Which of both a result is only a run can tell: what is bound behind it is called with what a success holds.
"""

import functools


class Result:
    def __init__(self, inner_value):
        self._inner_value = inner_value

    @classmethod
    def from_value(cls, inner_value):
        return Success(inner_value)

    @classmethod
    def from_failure(cls, inner_value):
        return Failure(inner_value)

    def map(self, function):
        return Success(function(self._inner_value))

    def apply(self, container):
        return Success(container.unwrap()(self._inner_value))

    def bind(self, function):
        return function(self._inner_value)

    bind_result = bind

    def alt(self, function):
        function(self._inner_value)
        return self

    def lash(self, function):
        if __unknown__:
            return function(self._inner_value)
        return self

    def value_or(self, default_value):
        if __unknown__:
            return default_value
        return self._inner_value

    def unwrap(self):
        return self._inner_value

    def failure(self):
        return self._inner_value

    def swap(self):
        return self


class Success(Result):
    pass


class Failure(Result):
    def map(self, function):
        return self

    def bind(self, function):
        return self

    bind_result = bind

    def alt(self, function):
        return Failure(function(self._inner_value))


def safe(exceptions=None, *args, **kwargs):
    def decorate(function):
        @functools.wraps(function)
        def decorated(*given, **named):
            return Success(function(*given, **named))

        return decorated

    return decorate(exceptions) if callable(exceptions) else decorate


def attempt(function):
    return safe(function)
