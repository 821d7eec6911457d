"""What does a rebuild index? All rows."""

from haystack.management.commands.update_index import Command as UpdateIndex


class Command(UpdateIndex): ...
