"""Which view hands requests to procedures?"""

from django.http import HttpResponse
from django.views.generic import TemplateView


class RPCEntryPoint(TemplateView):
    def post(self, request, *args, **kwargs):
        return HttpResponse()
