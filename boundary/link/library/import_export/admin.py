"""What do the pages of the admin do that import and export rows?

An import is tried first, in a transaction that is rolled back, and done when the user confirms it.
"""

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.http import HttpRequest
from django.template.response import TemplateResponse
from import_export.mixins import BaseExportMixin, BaseImportMixin
from import_export.signals import post_export, post_import


class ImportExportMixinBase: ...


class ImportMixin(BaseImportMixin, ImportExportMixinBase):
    __entry_points__ = {"import_action": "admin", "process_import": "admin"}

    def has_import_permission(self, request):
        return __unknown__

    def _import(self, request, dry_run):
        resource_class = self.choose_import_resource_class(__unknown__, request)
        options = self.get_import_resource_kwargs(request)
        return resource_class(**options).import_data(__unknown__, dry_run=dry_run)

    def import_action(self, request: HttpRequest, *args, **kwargs):
        self.has_import_permission(request)
        if request.method == "POST":
            self._import(request, True)
        return TemplateResponse(request, "", {})

    def process_import(self, request: HttpRequest, *args, **kwargs):
        self.has_import_permission(request)
        result = self.process_dataset(dataset=__unknown__, form=__unknown__, request=request)
        return self.process_result(result, request)

    def process_dataset(self, dataset, form, request, *args, **kwargs):
        return self._import(request, False)

    def process_result(self, result, request):
        self.generate_log_entries(result, request)
        post_import.send(sender=None, model=self.model)

    def generate_log_entries(self, result, request):
        LogEntry.objects.log_actions(request.user.pk, [__unknown__], __unknown__)


class ExportMixin(BaseExportMixin, ImportExportMixinBase):
    __entry_points__ = {"export_action": "admin"}

    def has_export_permission(self, request):
        return __unknown__

    def get_export_queryset(self, request):
        return self.get_queryset(request)

    def get_export_data(self, file_format, request=None, queryset=None, **kwargs):
        return self.get_data_for_export(request, queryset)

    def export_action(self, request: HttpRequest, *args, **kwargs):
        self.has_export_permission(request)
        if request.method == "POST":
            self.get_export_data(file_format=__unknown__, request=request, queryset=self.get_export_queryset(request))
            post_export.send(sender=None, model=self.model)
        return TemplateResponse(request, "", {})


class ImportExportMixin(ImportMixin, ExportMixin): ...


class ImportExportModelAdmin(ImportExportMixin, admin.ModelAdmin): ...


class ExportActionMixin(ExportMixin):
    def export_admin_action(self, request, queryset):
        return self.get_export_data(file_format=__unknown__, request=request, queryset=queryset)

    def get_actions(self, request):
        return {**super().get_actions(request), "export_admin_action": (type(self).export_admin_action, "", "")}


class ExportActionModelAdmin(ExportActionMixin, admin.ModelAdmin): ...


class ImportExportActionModelAdmin(ImportMixin, ExportActionModelAdmin): ...
