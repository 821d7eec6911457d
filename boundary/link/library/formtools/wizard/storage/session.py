"""The storage in the session."""

from formtools.wizard.storage.base import BaseStorage


class SessionStorage(BaseStorage):
    pass
