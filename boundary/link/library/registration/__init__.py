"""Accounts that their owners register and activate."""
