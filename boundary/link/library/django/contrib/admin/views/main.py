"""Which objects does a list page show?"""


class ChangeList:
    def __init__(self, request, model, model_admin, *args, **kwargs):
        self.model = model
        self.model_admin = model_admin
        self.root_queryset = model_admin.get_queryset(request)
        self.queryset = self.get_queryset(request)
        self.result_list = self.queryset
        self.formset = None

    def get_filters(self, request):
        return []

    def get_queryset(self, request, exclude_parameters=None):
        queryset = self.root_queryset
        for list_filter in self.model_admin.get_list_filter(request):
            if callable(list_filter):
                spec = list_filter(request, {}, self.model, self.model_admin)
                queryset = spec.queryset(request, queryset) or queryset
        return queryset  # the page itself asks for what is searched: what is kept here is of all pages

    def get_results(self, request):
        paginator = self.model_admin.get_paginator(request, self.queryset, 100)
        self.result_list = paginator.page(1).object_list

    def get_ordering(self, request, queryset):
        return __unknown__

    def get_query_string(self, new_params=None, remove=None):
        return __unknown__

    def apply_select_related(self, qs):
        return qs

    def url_for_result(self, result):
        return __unknown__
