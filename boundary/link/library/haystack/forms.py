"""What does a form search?"""

from django import forms
from haystack.query import EmptySearchQuerySet, SearchQuerySet


def model_choices(using=None):
    return __unknown__


class SearchForm(forms.Form):
    q = forms.CharField(required=False)

    def __init__(self, *args, searchqueryset=None, load_all=False, **kwargs):
        self.searchqueryset = SearchQuerySet() if searchqueryset is None else searchqueryset
        self.load_all = load_all
        super().__init__(*args, **kwargs)

    def no_query_found(self):
        return EmptySearchQuerySet()

    def search(self):
        if not self.is_valid():
            return self.no_query_found()
        if not self.cleaned_data.get("q"):
            return self.no_query_found()
        sqs = self.searchqueryset.auto_query(self.cleaned_data["q"])
        if self.load_all:
            sqs = sqs.load_all()
        return sqs

    def get_suggestion(self):
        return __unknown__


class HighlightedSearchForm(SearchForm):
    def search(self):
        return super().search().highlight()


class FacetedSearchForm(SearchForm):
    def __init__(self, *args, selected_facets=(), **kwargs):
        self.selected_facets = selected_facets
        super().__init__(*args, **kwargs)


class ModelSearchForm(SearchForm):
    def get_models(self):
        return __unknown__

    def search(self):
        return super().search().models(*self.get_models())


class HighlightedModelSearchForm(ModelSearchForm): ...


class FacetedModelSearchForm(ModelSearchForm): ...
