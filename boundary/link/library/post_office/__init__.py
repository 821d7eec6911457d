"""Mails that are stored first and sent later."""
