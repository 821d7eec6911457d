"""What says how a model is searched?  Fields that touch nothing; its rows are indexed when they are saved.

Where the database is searched, and not Elasticsearch, the index is a table.
"""

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save

IN_DATABASE = (
    "wagtail.search.backends.database",
    "wagtail.search.backends.database.fallback",
    "wagtail.search.backends.database.mysql.mysql",
    "wagtail.search.backends.database.postgres.postgres",
    "wagtail.search.backends.database.sqlite.sqlite",
)


def _entries(instance):
    from wagtail.search.models import IndexEntry

    return IndexEntry.objects.filter(content_type=ContentType.objects.get_for_model(instance), object_id=instance.pk)


def insert_or_update_object(instance):
    from wagtail.search.models import IndexEntry

    type(instance).get_indexed_objects().filter(pk=instance.pk).first()
    for backend in settings.WAGTAILSEARCH_BACKENDS.values():
        name = backend["BACKEND"]
        if name in IN_DATABASE:
            _entries(instance).update(autocomplete=__unknown__)
            IndexEntry.objects.bulk_create([IndexEntry(object_id=instance.pk)])


def remove_object(instance):
    for backend in settings.WAGTAILSEARCH_BACKENDS.values():
        name = backend["BACKEND"]
        if name in IN_DATABASE:
            _entries(instance).delete()


def _saved(instance, **kwargs):
    insert_or_update_object(instance)


def _deleted(instance, **kwargs):
    remove_object(instance)


class Indexed:
    search_fields = ()

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if apps.is_installed("wagtail.search"):
            post_save.connect(_saved, sender=cls)
            post_delete.connect(_deleted, sender=cls)

    @classmethod
    def get_indexed_objects(cls):
        return cls.objects.all()


class BaseField:
    def __init__(self, field_name, **kwargs):
        pass


class SearchField(BaseField):
    pass


class AutocompleteField(BaseField):
    pass


class FilterField(BaseField):
    pass


class RelatedFields(BaseField):
    def __init__(self, field_name, fields):
        pass
