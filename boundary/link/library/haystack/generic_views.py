"""What does a page of results search?"""

from django.core.paginator import Paginator
from django.views.generic import FormView
from django.views.generic.edit import FormMixin
from django.views.generic.list import MultipleObjectMixin
from haystack.forms import FacetedSearchForm, ModelSearchForm
from haystack.query import SearchQuerySet


class SearchMixin(MultipleObjectMixin, FormMixin):
    template_name = "search/search.html"
    load_all = True
    form_class = ModelSearchForm
    context_object_name = None
    paginate_by = 20
    paginator_class = Paginator
    form_name = "form"
    search_field = "q"
    object_list = None

    def get_queryset(self):
        if self.queryset is None:
            self.queryset = SearchQuerySet()
        return self.queryset

    def get_form_kwargs(self):
        return {
            "initial": self.get_initial(),
            "data": self.request.GET,
            "searchqueryset": self.get_queryset(),
            "load_all": self.load_all,
        }

    def form_invalid(self, form):
        context = self.get_context_data(**{self.form_name: form, "object_list": self.get_queryset()})
        return self.render_to_response(context)

    def form_valid(self, form):
        self.queryset = form.search()
        context = self.get_context_data(
            **{
                self.form_name: form,
                "query": form.cleaned_data.get(self.search_field),
                "object_list": self.queryset,
            }
        )
        return self.render_to_response(context)


class FacetedSearchMixin(SearchMixin):
    form_class = FacetedSearchForm
    facet_fields = None
    date_facet_fields = None

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "selected_facets": self.request.GET.getlist("selected_facets")}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context.update({"facets": self.queryset.facet_counts()})
        return context


class SearchView(SearchMixin, FormView):
    def get(self, request, *args, **kwargs):
        form = self.get_form(self.get_form_class())
        if form.is_valid():
            return self.form_valid(form)
        return self.form_invalid(form)


class FacetedSearchView(FacetedSearchMixin, SearchView): ...
