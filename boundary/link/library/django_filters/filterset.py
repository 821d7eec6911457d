"""What does a filter set call while it narrows its queryset?"""

from django import forms
from django_filters.filters import Filter

FILTER_FOR_DBFIELD_DEFAULTS = {}


class FilterSetMetaclass(type):
    pass


class BaseFilterSet:
    FILTER_DEFAULTS = FILTER_FOR_DBFIELD_DEFAULTS

    class Meta:
        model = None
        fields = None

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        if queryset is None:
            queryset = self.Meta.model._default_manager.all()
        self.is_bound = data is not None
        self.data = data
        self.queryset = queryset
        self.request = request
        self.filters = __members__(self, Filter)

    @property
    def _meta(self):
        return self.Meta

    def is_valid(self):
        return __unknown__

    @property
    def errors(self):
        return {**__unknown__}

    def filter_queryset(self, queryset):
        # A filter that is made of a relation looks up the row that its value names.
        __read_listed__(self.Meta.model, self.Meta.fields)
        # Each filter narrows rows of one model, whatever has been asked of them before: a view's own list of them is
        # another at each of its steps, and there are hundreds of filters.
        rows = queryset
        if self.Meta.model is not None:
            rows = self.Meta.model._default_manager.all()
        for name, value in self.form.cleaned_data.items():
            for each in self.filters.values():
                # what it joins becomes a part of the query; whatever else it gives, these are the rows
                queryset = queryset.filter(pk__in=each.filter(rows, value))
        __call_members__(self.filters, "ask", self, rows)
        self.__call_matching__("filter_", queryset, __unknown__, __unknown__)
        return queryset.filter()

    @property
    def qs(self):
        queryset = self.queryset.all()
        if self.is_bound:
            queryset = self.filter_queryset(queryset)
        return queryset

    def get_form_class(self):
        return forms.Form

    @property
    def form(self):
        form_class = self.get_form_class()
        return form_class(self.data)

    @classmethod
    def get_fields(cls):
        return {}

    @classmethod
    def get_filters(cls):
        return {}

    @classmethod
    def filter_for_field(cls, field, field_name, lookup_expr=None):
        return Filter()

    @classmethod
    def filter_for_lookup(cls, field, lookup_type):
        return (Filter, {})


class FilterSet(BaseFilterSet):
    pass


def filterset_factory(model, filterset=FilterSet, fields=None):
    the_model = model
    the_fields = fields

    class Made(filterset):
        class Meta:
            model = the_model
            fields = the_fields

    return Made
