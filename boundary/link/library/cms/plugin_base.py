"""What is done with a plugin?  It is rendered with the page that it is on, and added, changed and deleted in the admin.

Its model has no list of its own there, and nothing is logged.
"""

from django.contrib import admin
from django.template.response import TemplateResponse

from cms.models import CMSPlugin


class CMSPluginBase(admin.ModelAdmin):
    __entry_points__ = {"__shown_on_a_page__": "route"}
    __entered_for__ = {"changelist_view": "changelist_view", "history_view": "history_view"}

    model = CMSPlugin
    name = ""
    render_template = None

    def __init__(self, model=None, admin_site=None):
        super().__init__(self.model, admin_site)

    def __shown_on_a_page__(self, request):
        for instance in self.model.objects.all():
            context = self.render({"request": request, **__unknown__}, instance, __unknown__)
            return TemplateResponse(request, self.get_render_template(context, instance, __unknown__), context)

    def get_render_template(self, context, instance, placeholder):
        return self.render_template

    @classmethod
    def get_render_queryset(cls):
        return cls.model._default_manager.all()

    def render(self, context, instance, placeholder):
        return {**context, "instance": instance, "placeholder": placeholder}

    def save_model(self, request, obj, form, change):
        if not change:
            CMSPlugin.objects.filter(placeholder=obj.placeholder).update(position=__unknown__)
        super().save_model(request, obj, form, change)
        obj.placeholder.mark_as_dirty(obj.language)

    def log_addition(self, request, obj, bypass=None):
        pass

    def log_change(self, request, obj, message, bypass=None):
        pass

    def log_deletion(self, request, obj, object_repr, bypass=None):
        pass
