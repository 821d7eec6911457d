"""What does a paginated answer read?"""

from django.http import HttpResponse


class WebAPIResponse(HttpResponse): ...


class WebAPIResponseError(WebAPIResponse): ...


class WebAPIResponsePaginated(WebAPIResponse):
    def __init__(self, request, queryset=None, results_key="results", prefix_links=None, total_results_key=None,
                 start_param="start", max_results_param="max-results", default_start=0, default_max_results=25,
                 max_results_cap=200, serialize_object_func=None, extra_data=None, *args, **kwargs):
        queryset.count()
        results = list(queryset)
        if serialize_object_func is not None:
            results = [serialize_object_func(one) for one in results]
        super().__init__(results)
