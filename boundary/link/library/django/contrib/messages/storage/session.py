"""One of the storages of messages."""

from django.contrib.messages.storage.base import BaseStorage


class SessionStorage(BaseStorage):
    pass
