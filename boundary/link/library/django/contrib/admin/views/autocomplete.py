"""Which objects does the autocompletion of the admin list?"""

from django.http import JsonResponse
from django.views.generic.list import BaseListView


class AutocompleteJsonView(BaseListView):
    paginate_by = 20

    def get(self, request, *args, **kwargs):
        self.object_list = self.get_queryset()
        self.get_context_data()
        return JsonResponse({})

    def serialize_result(self, obj, to_field_name):
        return {**__unknown__}

    def get_queryset(self):
        queryset = self.model_admin.get_queryset(self.request)
        queryset, _ = self.model_admin.get_search_results(self.request, queryset, __unknown__)
        return queryset
