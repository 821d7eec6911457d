"""What does the admin of a model with history offer?"""

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse


class SimpleHistoryAdmin(admin.ModelAdmin):
    __entry_points__ = {"history_form_view": "admin"}

    def history_form_view(self, request: HttpRequest, object_id, version_id, extra_context=None):
        return self.changeform_view(request, object_id)

    def history_view(self, request, object_id=__unknown__, extra_context=None):
        list(self.model.history.filter(pk=object_id))
        return TemplateResponse(request, "", {})
