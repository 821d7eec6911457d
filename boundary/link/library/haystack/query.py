"""When does a search read rows? Where all that was found is loaded at once; else each where it is asked for."""

from haystack.backends import BaseSearchQuery
from haystack.constants import Indexable
from haystack.models import SearchResult


class SearchQuerySet:
    def __init__(self, using=None, query=None, _models=None, _load_all=False):
        self.query = BaseSearchQuery()
        self._models = _models
        self._load_all = _load_all

    def _clone(self, klass=None):
        return (klass or self.__class__)(_models=self._models, _load_all=self._load_all)

    def _load_model_objects(self, index):
        return index.read_queryset().in_bulk(__unknown__)

    def _results(self):
        if self._load_all:
            self._load_model_objects(__indexes_of__(Indexable, self._models))
        return [SearchResult(self._models, self._load_all)]

    def __iter__(self):
        return iter(self._results())

    def __getitem__(self, k):
        return self._results()[k]

    def __len__(self):
        return __unknown__

    def all(self):
        return self._clone()

    def none(self):
        return EmptySearchQuerySet()

    def filter(self, *args, **kwargs):
        return self._clone()

    exclude = filter_and = filter_or = order_by = highlight = boost = facet = within = dwithin = filter
    stats = stats_facet = distance = date_facet = query_facet = narrow = raw_search = result_class = filter
    auto_query = autocomplete = using = more_like_this = set_spelling_query = __and__ = __or__ = filter

    def models(self, *models):
        return self.__class__(_models=models, _load_all=self._load_all)

    def load_all(self):
        return self.__class__(_models=self._models, _load_all=True)

    def count(self):
        return __unknown__

    def best_match(self):
        return self[0]

    def latest(self, date_field):
        return self[0]

    def facet_counts(self):
        return __unknown__

    def stats_results(self):
        return __unknown__

    def spelling_suggestion(self, preferred_query=None):
        return __unknown__

    def values(self, *fields):
        return __unknown__

    def values_list(self, *fields, **kwargs):
        return __unknown__


class EmptySearchQuerySet(SearchQuerySet):
    def _results(self):
        return []


class RelatedSearchQuerySet(SearchQuerySet):
    def _load_model_objects(self, index):
        return index.load_all_queryset().in_bulk(__unknown__)

    def load_all_queryset(self, model, queryset):
        queryset.in_bulk(__unknown__)
        return self._clone()
