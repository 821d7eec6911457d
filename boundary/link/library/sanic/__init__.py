"""What is Sanic's own?  Its views; applications and blueprints stay names."""

from sanic import views
from sanic.request import Request
