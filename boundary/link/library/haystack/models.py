"""Which row stands behind what was found? It is read where it is asked for, unless all were loaded at once."""

from haystack.constants import Indexable


class SearchResult:
    def __init__(self, model=None, loaded=False, queryset=None):
        self._model = model
        self._loaded = loaded or False

    @property
    def model(self):
        return __indexes_of__(Indexable, self._model).get_model()

    @property
    def searchindex(self):
        return __indexes_of__(Indexable, self._model)

    @property
    def object(self):
        if self._loaded:
            return __instance__(self.model)
        return self.searchindex.read_queryset().get(pk=__unknown__)

    def get_additional_fields(self):
        return __unknown__

    def get_stored_fields(self):
        return __unknown__
