"""Mails that are stored first and sent later."""

from post_office.backends import EmailBackend
