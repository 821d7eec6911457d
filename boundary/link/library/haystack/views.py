"""What do pages of results search that are no classes of Django's?"""

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.shortcuts import render
from haystack.forms import FacetedSearchForm, ModelSearchForm
from haystack.query import EmptySearchQuerySet


class SearchView:
    __entry_points__ = {"__call__": "route"}

    template = "search/search.html"
    query = ""
    results = EmptySearchQuerySet()
    form = None
    results_per_page = 20

    def __init__(
        self, template=None, load_all=True, form_class=None, searchqueryset=None, results_per_page=None
    ):
        self.load_all = load_all
        self.form_class = ModelSearchForm if form_class is None else form_class
        self.searchqueryset = searchqueryset
        if template:
            self.template = template

    def __call__(self, request: HttpRequest):
        self.request = request
        self.form = self.build_form()
        self.query = self.get_query()
        self.results = self.get_results()
        return self.create_response()

    def build_form(self, form_kwargs=None):
        given = {"load_all": self.load_all, **(form_kwargs or {})}
        if self.searchqueryset is not None:
            given = {**given, "searchqueryset": self.searchqueryset}
        return self.form_class(self.request.GET, **given)

    def get_query(self):
        if self.form.is_valid():
            return self.form.cleaned_data["q"]
        return ""

    def get_results(self):
        return self.form.search()

    def build_page(self):
        paginator = Paginator(self.results, self.results_per_page)
        return (paginator, paginator.page(__unknown__))

    def extra_context(self):
        return {}

    def get_context(self):
        (paginator, page) = self.build_page()
        return {
            "query": self.query,
            "form": self.form,
            "page": page,
            "paginator": paginator,
            "suggestion": None,
            **self.extra_context(),
        }

    def create_response(self):
        return render(self.request, self.template, self.get_context())


def search_view_factory(view_class=SearchView, *args, **kwargs):
    def search_view(request):
        return view_class(*args, **kwargs)(request)

    return search_view


class FacetedSearchView(SearchView):
    def __init__(self, *args, form_class=FacetedSearchForm, **kwargs):
        super().__init__(*args, form_class=form_class, **kwargs)

    def build_form(self, form_kwargs=None):
        return super().build_form({**(form_kwargs or {}), "selected_facets": self.request.GET.getlist("f")})


def basic_search(
    request: HttpRequest,
    template="search/search.html",
    load_all=True,
    form_class=ModelSearchForm,
    searchqueryset=None,
    extra_context=None,
    results_per_page=None,
):
    form = form_class(request.GET, searchqueryset=searchqueryset, load_all=load_all)
    results = EmptySearchQuerySet()
    if form.is_valid():
        results = form.search()
    paginator = Paginator(results, results_per_page)
    context = {"form": form, "page": paginator.page(__unknown__), "paginator": paginator, **(extra_context or {})}
    return render(request, template, context)
