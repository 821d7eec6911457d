"""What do decorators of a transition say of its log?  Who did it, and why."""


def fsm_log_by(func):
    return func


def fsm_log_description(func=None, allow_inline=False, description=None):
    if func is None:
        return lambda function: function
    return func
