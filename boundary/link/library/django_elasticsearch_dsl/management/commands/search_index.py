"""What does the command index? All rows of the documents of the models that it is told, or of all."""

from django.core.management.base import BaseCommand
from django_elasticsearch_dsl.documents import Document
from django_elasticsearch_dsl.registries import registry


class Command(BaseCommand):
    def handle(self, *args, **options):
        models = self._get_models(options["models"])
        self._populate(models, options)

    def _get_models(self, args):
        return registry.get_models()

    def _populate(self, models, options):
        document = __indexes_of__(Document)
        document.update(document.get_indexing_queryset())

    def _create(self, models, aliases, options): ...

    def _delete(self, models, aliases, options): ...

    def _rebuild(self, models, aliases, options):
        self._populate(models, options)

    def _update(self, models, options):
        self._populate(models, options)
