"""When does a search read rows? Where it is asked for a queryset; its hits come from the index."""


class Search:
    def __init__(self, model=None, **kwargs):
        self._model = model

    def filter(self, *args, **kwargs):
        return self

    query = exclude = sort = source = extra = params = highlight = suggest = index = using = filter
    post_filter = collapse = knn = rank = highlight_options = response_class = doc_type = __getitem__ = filter

    def execute(self, ignore_cache=False):
        return __unknown__

    def count(self):
        return __unknown__

    def delete(self):
        return __unknown__

    def scan(self):
        return __unknown__

    def __iter__(self):
        return __unknown__

    def filter_queryset(self, queryset, keep_search_order=True):
        return queryset.filter(pk__in=__unknown__)

    def _get_queryset(self):
        return self._model._default_manager.all()

    def to_queryset(self, keep_order=True):
        return self.filter_queryset(self._get_queryset(), keep_order)
