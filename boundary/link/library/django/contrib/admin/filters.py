"""What does the filter of a list of objects call?"""


class ListFilter:
    title = None

    def __init__(self, request, params, model, model_admin):
        self.request = request

    def has_output(self):
        return __unknown__

    def choices(self, changelist):
        return []

    def lookups(self, request, model_admin):
        return []

    def queryset(self, request, queryset):
        return queryset

    def filtered(self, request, queryset):
        for row in self.queryset(request, queryset):
            pass

    def expected_parameters(self):
        return []


class SimpleListFilter(ListFilter):
    parameter_name = None

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        self.lookup_choices = []

    def value(self):
        return __unknown__

    def lookups(self, request, model_admin):
        return []


class FacetsMixin:
    pass


class FieldListFilter(FacetsMixin, ListFilter):
    def __init__(self, field, request, params, model, model_admin, field_path):
        super().__init__(request, params, model, model_admin)
        self.field_path = field_path

    @classmethod
    def register(cls, test, list_filter_class, take_priority=False):
        pass


class RelatedFieldListFilter(FieldListFilter):
    pass


class BooleanFieldListFilter(FieldListFilter):
    pass


class ChoicesFieldListFilter(FieldListFilter):
    pass


class DateFieldListFilter(FieldListFilter):
    pass


class AllValuesFieldListFilter(FieldListFilter):
    pass


class RelatedOnlyFieldListFilter(RelatedFieldListFilter):
    pass


class EmptyFieldListFilter(FieldListFilter):
    pass
