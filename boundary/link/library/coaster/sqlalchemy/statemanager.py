"""Which state is a row in?  A transition calls its method, then sets the column that holds the state."""

from functools import wraps


class StateManager:
    def __init__(self, propname, lenum=None, doc=None):
        self.propname = propname

    @staticmethod
    def check_constraint(column, lenum, *args, **kwargs):
        return __unknown__

    def transition(self, from_, to, if_=None, **data):
        column = self.propname

        def decorator(function):
            @wraps(function)
            def moved(obj, *args, **kwargs):
                made = function(obj, *args, **kwargs)
                setattr(obj, column, __unknown__)
                return made

            return moved

        return decorator

    def requires(self, from_, if_=None, **data):
        return lambda function: function

    def add_state_group(self, name, *states):
        pass

    def add_conditional_state(self, name, state, validator, class_validator=None, cache_for=None, label=None):
        setattr(self, name, validator)

    def __get__(self, obj, cls=None):
        return self if obj is None else StateManagerInstance(self, obj)

    def __getattr__(self, name):
        return __unknown__


class StateManagerInstance:
    def __init__(self, manager, obj):
        self.manager = manager
        self.obj = obj

    def __getattr__(self, name):
        holds = getattr(self.manager, name)
        return holds(self.obj) if callable(holds) else __unknown__
