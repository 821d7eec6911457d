"""What does a Litestar application keep for its handlers?  What its hooks put into its state; the rest is not known."""

from litestar.app import Litestar
from litestar.connection import Request, WebSocket
