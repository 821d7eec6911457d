"""Which method of its middlewares does Starlette call?"""


class BaseHTTPMiddleware:
    __entry_points__ = {"dispatch": "middleware"}

    def __init__(self, app, dispatch=None):
        self.app = app
