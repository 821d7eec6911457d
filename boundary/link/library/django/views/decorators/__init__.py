"""Decorators of views."""
