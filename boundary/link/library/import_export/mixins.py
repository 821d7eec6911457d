"""Which resource does a page import or export with?"""

from django.views.generic.edit import FormView
from import_export.resources import modelresource_factory


class BaseImportExportMixin:
    resource_class = None
    resource_classes = None

    def get_resource_class(self):
        return modelresource_factory(self.model) if self.resource_class is None else self.resource_class

    def get_resource_classes(self, request=None):
        return [self.get_resource_class()] if self.resource_classes is None else self.resource_classes

    def get_resource_kwargs(self, request, *args, **kwargs):
        return {}


class BaseImportMixin(BaseImportExportMixin):
    def get_import_resource_class(self):
        return self.get_resource_class()

    def get_import_resource_classes(self, request=None):
        return [self.get_import_resource_class()] if self.resource_classes is None else self.get_resource_classes(request)

    def get_import_resource_kwargs(self, request, *args, **kwargs):
        return self.get_resource_kwargs(request)

    def choose_import_resource_class(self, form, request=None):
        return self.get_import_resource_classes(request)[__unknown__]


class BaseExportMixin(BaseImportExportMixin):
    def get_export_resource_class(self):
        return self.get_resource_class()

    def get_export_resource_classes(self, request=None):
        return [self.get_export_resource_class()] if self.resource_classes is None else self.get_resource_classes(request)

    def get_export_resource_kwargs(self, request, *args, **kwargs):
        return self.get_resource_kwargs(request)

    def choose_export_resource_class(self, form, request=None):
        return self.get_export_resource_classes(request)[__unknown__]

    def get_data_for_export(self, request, queryset, *args, **kwargs):
        resource_class = self.choose_export_resource_class(__unknown__, request)
        options = self.get_export_resource_kwargs(request)
        return resource_class(**options).export(queryset)


class ExportViewMixin(BaseExportMixin):
    def get_export_data(self, file_format, queryset, **kwargs):
        return self.get_data_for_export(self.request, queryset)


class ExportViewFormMixin(ExportViewMixin, FormView):
    def form_valid(self, form):
        return self.get_export_data(file_format=__unknown__, queryset=self.get_queryset())
