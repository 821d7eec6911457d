"""What do the commands index? All rows of the indexes of an app."""

from django.core.management.base import BaseCommand
from haystack import connections
from haystack.constants import Indexable

DEFAULT_MAX_RETRIES = 5


class Command(BaseCommand):
    def handle(self, **options):
        self.update_backend(__unknown__, __unknown__)

    def update_backend(self, label, using):
        __indexes_of__(Indexable).update(using)
