"""What do the admin's pages of extensions do?  A new one is of the page that the request names."""

from django.contrib import admin

from cms.models import Page, Title


class ExtensionAdmin(admin.ModelAdmin):
    pass


class PageExtensionAdmin(ExtensionAdmin):
    def save_model(self, request, obj, form, change):
        if not change:
            obj.extended_object = Page.objects.get(pk=__unknown__)
        super().save_model(request, obj, form, change)

    def get_queryset(self, request):
        return super().get_queryset(request).filter(extended_object__publisher_is_draft=True)


class TitleExtensionAdmin(ExtensionAdmin):
    def save_model(self, request, obj, form, change):
        if not change:
            obj.extended_object = Title.objects.get(pk=__unknown__)
        super().save_model(request, obj, form, change)

    def get_queryset(self, request):
        return super().get_queryset(request).filter(extended_object__page__publisher_is_draft=True)
