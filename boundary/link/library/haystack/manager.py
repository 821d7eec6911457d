"""What does `objects` of an index give?"""

from haystack.query import EmptySearchQuerySet, SearchQuerySet


class SearchIndexManager(SearchQuerySet):
    def get_search_queryset(self):
        return SearchQuerySet()

    def get_empty_query_set(self):
        return EmptySearchQuerySet()
