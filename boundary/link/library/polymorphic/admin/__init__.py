"""Whose page is it where rows are mixed?  The admin of the class that a row is of, once that has been looked up."""

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from polymorphic.admin.inlines import (
    GenericPolymorphicInlineModelAdmin,
    GenericStackedPolymorphicInline,
    PolymorphicInlineModelAdmin,
    StackedPolymorphicInline,
)


class PolymorphicParentModelAdmin(admin.ModelAdmin):
    base_model = None
    child_models = None
    polymorphic_list = False

    def get_child_models(self):
        return self.child_models

    def get_child_type_choices(self, request, action):
        choices = []
        for model in self.get_child_models():
            choices.append((ContentType.objects.get_for_model(model).id, __unknown__))
        return choices

    def _get_real_admin(self, object_id, super_if_self=True):
        self.model._default_manager.values("polymorphic_ctype").get(pk=object_id)
        return self._get_real_admin_by_ct(__unknown__, super_if_self)

    def _get_real_admin_by_ct(self, ct_id, super_if_self=True):
        ContentType.objects.get_for_id(ct_id)
        for model in self.get_child_models() or [self.model]:
            if super_if_self and model is self.model:  # its own page, which here is told by None
                return None
            return self.admin_site._registry[model]

    def add_type_view(self, request, form_url=""):
        return self.render_add_type_form(request, {"choices": self.get_child_type_choices(request, "add")})

    def render_add_type_form(self, request, context, form_url=""):
        return self.render_change_form(request, context, add=True)

    def add_view(self, request, form_url="", extra_context=None):
        if __unknown__:
            return self.add_type_view(request)
        real_admin = self._get_real_admin_by_ct(__unknown__)
        if real_admin is None:
            return super().add_view(request, form_url, extra_context)
        return real_admin.add_view(request, form_url, extra_context)

    def change_view(self, request, object_id=__unknown__, form_url="", extra_context=None):
        real_admin = self._get_real_admin(object_id)
        if real_admin is None:
            return super().change_view(request, object_id, form_url, extra_context)
        return real_admin.change_view(request, object_id, form_url, extra_context)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        real_admin = self._get_real_admin(object_id) if object_id else None
        if real_admin is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        return real_admin.changeform_view(request, object_id, form_url, extra_context)

    def history_view(self, request, object_id=__unknown__, extra_context=None):
        real_admin = self._get_real_admin(object_id)
        if real_admin is None:
            return super().history_view(request, object_id, extra_context)
        return real_admin.history_view(request, object_id, extra_context)

    def delete_view(self, request, object_id=__unknown__, extra_context=None):
        real_admin = self._get_real_admin(object_id)
        if real_admin is None:
            return super().delete_view(request, object_id, extra_context)
        return real_admin.delete_view(request, object_id, extra_context)


class PolymorphicChildModelAdmin(admin.ModelAdmin):
    base_model = None
    base_form = None
    base_fieldsets = None
    show_in_index = False

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change, **{"form": self.base_form or self.form, **kwargs})

    def get_base_fieldsets(self, request, obj=None):
        return self.base_fieldsets or ()

    def get_fieldsets(self, request, obj=None):
        return self.base_fieldsets or super().get_fieldsets(request, obj)

    def get_subclass_fields(self, request, obj=None):
        return ()


class PolymorphicChildModelFilter(admin.SimpleListFilter):
    def lookups(self, request, model_admin):
        return model_admin.get_child_type_choices(request, "change")

    def queryset(self, request, queryset):
        return queryset.filter(polymorphic_ctype_id=self.value())


class PolymorphicInlineSupportMixin:
    pass
