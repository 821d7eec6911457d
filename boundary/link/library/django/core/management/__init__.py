"""Which names does `django.core.management` offer? `call_command` is resolved by the linker."""

from django.core.management.base import BaseCommand, CommandError


def call_command(command_name, *args, **options): ...
