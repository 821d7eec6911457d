"""Which rows does the query of a request ask for?"""


class APIQueryUtilsMixin:
    def build_queries_for_int_field(self, request, field_name, query_param_name=None):
        return __unknown__
