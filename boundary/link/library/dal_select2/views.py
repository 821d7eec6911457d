"""What does Select2 show of the rows that are found?"""

from dal.views import BaseQuerySetView, ViewMixin
from django.views.generic.base import View


class Select2ViewMixin:
    def get_results(self, context):
        found = context["object_list"]
        return [{"id": self.get_result_value(row), "text": self.get_result_label(row)} for row in found]

    def get_create_option(self, context, q):
        if not self.create_field or not self.has_add_permission(self.request):
            return []
        return [__unknown__]

    def render_to_response(self, context):
        return {"results": self.get_results(context), "more": self.get_create_option(context, self.q)}


class Select2QuerySetView(Select2ViewMixin, BaseQuerySetView):
    def post(self, request, *args, **kwargs):
        result = self._post(request)
        return {"id": self.get_result_value(result), "text": self.get_selected_result_label(result)}


class Select2GroupQuerySetView(Select2QuerySetView):
    group_by_related = None
    related_field_name = "name"


class Select2ListView(ViewMixin, View):
    def get_list(self):
        return []

    def get(self, request, *args, **kwargs):
        return self.results(self.autocomplete_results(self.get_list()))

    def autocomplete_results(self, results):
        return results

    def results(self, results):
        return results

    def post(self, request, *args, **kwargs):
        return self.create(__unknown__)
