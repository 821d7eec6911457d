"""How does a filter narrow a queryset? By a lookup, or by the method of its filter set."""

from django import forms


class Filter:
    creation_counter = 0
    field_class = forms.Field

    def __init__(self, field_name=None, lookup_expr=None, *, label=None, method=None, distinct=False, exclude=False, **kwargs):
        self.field_name = field_name
        self.lookup_expr = lookup_expr
        self.method = method
        hasattr(self, method)  # asked, so that the name is kept
        self.extra = kwargs

    def get_method(self, qs):
        return qs.filter

    @property
    def field(self):
        return self.field_class(**self.extra)

    def filter(self, qs, value):
        if callable(self.method):
            return self.method(qs, self.field_name, value)
        return qs.filter(**{f"{self.field_name}__{self.lookup_expr}": value})

    # What the filter set does with each filter: the value goes through its field, and to the method that it names.
    def ask(self, name, parent, qs):
        self.field.clean(__unknown__)
        if self.method is not None:
            getattr(parent, self.method)(qs, name, __unknown__)


class CharFilter(Filter):
    pass


class BooleanFilter(Filter):
    pass


class ChoiceFilter(Filter):
    pass


class TypedChoiceFilter(Filter):
    pass


class UUIDFilter(Filter):
    pass


class MultipleChoiceFilter(Filter):
    always_filter = True

    def is_noop(self, qs, value):
        return False

    def get_filter_predicate(self, v):
        return {self.field_name: v}


class TypedMultipleChoiceFilter(MultipleChoiceFilter):
    pass


class DateFilter(Filter):
    pass


class DateTimeFilter(Filter):
    pass


class IsoDateTimeFilter(DateTimeFilter):
    pass


class TimeFilter(Filter):
    pass


class DurationFilter(Filter):
    pass


class NumberFilter(Filter):
    pass


class RangeFilter(Filter):
    pass


class NumericRangeFilter(Filter):
    pass


class DateRangeFilter(ChoiceFilter):
    pass


class DateFromToRangeFilter(RangeFilter):
    pass


class DateTimeFromToRangeFilter(RangeFilter):
    pass


class IsoDateTimeFromToRangeFilter(RangeFilter):
    pass


class TimeRangeFilter(RangeFilter):
    pass


class AllValuesFilter(ChoiceFilter):
    pass


class AllValuesMultipleFilter(MultipleChoiceFilter):
    pass


class BaseCSVFilter(Filter):
    pass


class BaseInFilter(BaseCSVFilter):
    pass


class BaseRangeFilter(BaseCSVFilter):
    pass


class LookupChoiceFilter(Filter):
    pass


class QuerySetRequestMixin:
    def get_request(self):
        return __unknown__

    def get_queryset(self, request):
        queryset = self.extra.get("queryset")
        if callable(queryset):
            return queryset(request)
        return queryset

    @property
    def field(self):
        queryset = self.get_queryset(self.get_request())
        if queryset is not None:
            return self.field_class(queryset=queryset)
        return super().field


class ModelChoiceFilter(QuerySetRequestMixin, ChoiceFilter):
    field_class = forms.ModelChoiceField


class ModelMultipleChoiceFilter(QuerySetRequestMixin, MultipleChoiceFilter):
    field_class = forms.ModelMultipleChoiceField


class OrderingFilter(BaseCSVFilter, ChoiceFilter):
    def filter(self, qs, value):
        return qs.order_by(__unknown__)

    def get_ordering_value(self, param):
        return param
