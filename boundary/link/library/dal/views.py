"""Which rows are found for what was typed, and which are made?"""

from django.http import HttpResponseForbidden
from django.views.generic.list import BaseListView


class ViewMixin:
    def dispatch(self, request, *args, **kwargs):
        self.forwarded = __unknown__
        self.q = __unknown__
        return super().dispatch(request, *args, **kwargs)


class BaseQuerySetView(ViewMixin, BaseListView):
    paginate_by = 10
    context_object_name = "results"
    model_field_name = "name"
    create_field = None
    search_fields = []
    validate_create = None

    def has_more(self, context):
        return __unknown__

    def get_result_value(self, result):
        return str(result.pk)

    def get_result_label(self, result):
        return str(result)

    def get_selected_result_label(self, result):
        return self.get_result_label(result)

    def get_queryset(self):
        return self.get_search_results(super().get_queryset(), self.q)

    def get_search_results(self, queryset, search_term):
        if self.search_fields:
            return __searched__(queryset, self.search_fields)
        return queryset

    def create_object(self, text):
        return self.get_queryset().get_or_create(**{self.create_field: text})[0]

    def has_add_permission(self, request):
        if not request.user.is_authenticated:
            return False
        return request.user.has_perm(__unknown__)

    def validate(self, text):
        self.get_queryset().model(**{self.create_field: text}).full_clean()

    def _post(self, request):
        if not self.has_add_permission(request):
            return HttpResponseForbidden()
        if not self.create_field:
            return __unknown__
        if self.validate_create:
            self.validate(__unknown__)
        return self.create_object(__unknown__)
