"""What runs around a transition of a state machine?  What sets the state, the method, then what hears of its success."""

from functools import wraps


class TransitionNotAllowed(Exception):
    pass


class State:
    ANY = __unknown__

    def __init__(self, states, default=None):
        self.default = default

    def get(self, instance):
        return self.getting(instance)

    def set(self, instance, value):
        self.setting(instance, value)

    def transition_succeed(self, instance, descriptor, source, target, **kwargs):
        self.succeeded(instance, descriptor, source, target, **kwargs)

    def transition(self, source, target=None, label=None, conditions=None, permission=None, custom=None):
        state = self

        def decorator(function):
            @wraps(function)
            def transit(instance, *args, **kwargs):
                state.get(instance)
                state.set(instance, target)
                result = function(instance, *args, **kwargs)
                state.transition_succeed(instance, __unknown__, source, target, **kwargs)
                return result

            return transit

        return decorator

    def super(self):
        return self.transition(None)

    def setter(self):
        def decorator(function):
            self.setting = function
            return function

        return decorator

    def getter(self):
        def decorator(function):
            self.getting = function
            return function

        return decorator

    def on_success(self):
        def decorator(function):
            self.succeeded = function
            return function

        return decorator
