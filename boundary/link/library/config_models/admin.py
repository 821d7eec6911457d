"""What do pages of configuration save?  A row more, which names who made it."""

from django.contrib import admin


class ConfigurationModelAdmin(admin.ModelAdmin):
    actions = ["revert"]

    def save_model(self, request, obj, form, change):
        obj.changed_by = request.user
        super().save_model(request, obj, form, change)

    def revert(self, request, queryset):
        self.save_model(request, queryset.first(), None, False)


class KeyedConfigurationModelAdmin(ConfigurationModelAdmin):
    def get_queryset(self, request):
        return self.model.objects.current_set()

    def add_view(self, request, form_url="", extra_context=None):
        self.model.objects.filter(pk=__unknown__).first()
        return super().add_view(request, form_url, extra_context)
