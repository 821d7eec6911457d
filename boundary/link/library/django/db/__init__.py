"""Connections, and what the package exports."""

from django.db import models, transaction
from django.db.backends.utils import ConnectionHandler, ConnectionWrapper

connection = ConnectionWrapper()
connections = ConnectionHandler()


def reset_queries(**kwargs): ...


def close_old_connections(**kwargs): ...
