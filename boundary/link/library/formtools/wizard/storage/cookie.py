"""The storage in a cookie."""

from formtools.wizard.storage.base import BaseStorage


class CookieStorage(BaseStorage):
    pass
