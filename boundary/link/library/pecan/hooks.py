"""When do hooks run?  Around each controller; they are handed the state of the request."""

from pecan import request, response


class State:
    def __init__(self):
        self.request = request
        self.response = response


class PecanHook:
    __entry_points__ = {"_run": "middleware"}

    def _run(self):
        state = State()
        self.on_route(state)
        self.before(state)
        self.after(state)
        self.on_error(state, __unknown__)

    def on_route(self, state):
        pass

    def before(self, state):
        pass

    def after(self, state):
        pass

    def on_error(self, state, exception):
        pass


class TransactionHook(PecanHook):
    """What it is told to commit with ends each request that changes something (`../../frameworks/request_hooks.py`)."""

    def __init__(self, start, start_ro, commit, rollback, clear): ...


class HookController:
    pass
