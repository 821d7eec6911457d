"""What is mixed into sockets?  What keeps them open: nothing of the application."""


class WebSocketMixin:
    pass
