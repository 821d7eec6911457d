"""What is a command of django-typer?  One of Django; its decorators stay names."""

from django.core.management.base import BaseCommand


class TyperCommand(BaseCommand):
    pass
