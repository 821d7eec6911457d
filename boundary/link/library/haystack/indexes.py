"""What is read of a row that is indexed, and which rows are?"""

from haystack.backends import BaseSearchBackend
from haystack.constants import Indexable
from haystack.fields import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    DecimalField,
    EdgeNgramField,
    FacetBooleanField,
    FacetCharField,
    FacetDateField,
    FacetDateTimeField,
    FacetDecimalField,
    FacetField,
    FacetFloatField,
    FacetIntegerField,
    FacetMultiValueField,
    FloatField,
    IntegerField,
    LocationField,
    MultiValueField,
    NgramField,
    SearchField,
)
from haystack.manager import SearchIndexManager


class SearchIndex:
    objects = SearchIndexManager()

    @property
    def fields(self):
        return __members__(self, SearchField)

    def get_model(self):
        return __unknown__

    def index_queryset(self, using=None):
        return self.get_model()._default_manager.all()

    def read_queryset(self, using=None):
        return self.index_queryset(using=using)

    def load_all_queryset(self):
        return self.get_model()._default_manager.all()

    def build_queryset(self, using=None, start_date=None, end_date=None):
        self.get_updated_field()
        return self.index_queryset(using=using).filter(pk__gte=__unknown__)

    def prepare(self, obj):
        __call_members__(self.fields, "_prepare_named", obj)
        self.__call_matching__("prepare_", obj)
        return __unknown__

    def full_prepare(self, obj, with_string_facet=True):
        return self.prepare(obj)

    def get_backend(self, using=None):
        return BaseSearchBackend(using)

    def update(self, using=None):
        self.get_backend(using).update(self, self.build_queryset(using=using))

    def update_object(self, instance, using=None, **kwargs):
        if self.should_update(instance, **kwargs):
            self.get_backend(using).update(self, [instance])

    def remove_object(self, instance, using=None, **kwargs):
        self.get_backend(using).remove(instance, **kwargs)

    def clear(self, using=None): ...

    def reindex(self, using=None):
        self.clear(using=using)
        self.update(using=using)

    def get_updated_field(self):
        return None

    def should_update(self, instance, **kwargs):
        return True


class BasicSearchIndex(SearchIndex):
    text = CharField(document=True, use_template=True)


class ModelSearchIndex(SearchIndex):
    text = CharField(document=True, use_template=True)

    def get_model(self):
        return self.Meta.model
