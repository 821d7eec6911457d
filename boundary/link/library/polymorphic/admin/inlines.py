"""Which formset does an inline of mixed rows have?  One with the forms of its children, each of a model below."""

from django.contrib.admin.options import InlineModelAdmin
from django.contrib.contenttypes.admin import GenericInlineModelAdmin
from polymorphic.formsets import (
    BaseGenericPolymorphicInlineFormSet,
    BasePolymorphicInlineFormSet,
    GenericPolymorphicFormSetChild,
    PolymorphicFormSetChild,
    polymorphic_child_forms_factory,
    with_forms,
)


class PolymorphicInlineModelAdmin(InlineModelAdmin):
    formset = BasePolymorphicInlineFormSet
    extra = 0
    child_inlines = ()

    def __init__(self, parent_model, admin_site):
        super().__init__(parent_model, admin_site)
        self.child_inline_instances = self.get_child_inline_instances()

    def get_child_inlines(self):
        return self.child_inlines or []

    def get_child_inline_instances(self):
        return [child(parent_inline=self) for child in self.get_child_inlines()]

    def get_child_inline_instance(self, model):
        for child in self.child_inline_instances:
            return child

    def get_formset(self, request, obj=None, **kwargs):
        forms = polymorphic_child_forms_factory(self.get_formset_children(request, obj=obj))
        return with_forms(super().get_formset(request, obj=obj, **kwargs), forms)

    def get_formset_children(self, request, obj=None):
        return [child.get_formset_child(request, obj=obj) for child in self.child_inline_instances]

    class Child(InlineModelAdmin):
        formset_child = PolymorphicFormSetChild

        def __init__(self, parent_inline):
            self.parent_inline = parent_inline
            super().__init__(parent_inline.parent_model, parent_inline.admin_site)

        def get_formset_child(self, request, obj=None, **kwargs):
            shown = __shown_fields__(self.get_fieldsets(request, obj))
            hidden = [*(self.exclude or ()), *self.get_readonly_fields(request, obj)]
            self.formfield_for_dbfield(__unknown__, request)
            given = {"form": self.form, "fields": shown or None, "exclude": hidden or None}
            return self.formset_child(self.model, formfield_callback=self.formfield_for_dbfield, **given)


class StackedPolymorphicInline(PolymorphicInlineModelAdmin):
    pass


class GenericPolymorphicInlineModelAdmin(PolymorphicInlineModelAdmin, GenericInlineModelAdmin):
    formset = BaseGenericPolymorphicInlineFormSet

    class Child(PolymorphicInlineModelAdmin.Child):
        formset_child = GenericPolymorphicFormSetChild


class GenericStackedPolymorphicInline(GenericPolymorphicInlineModelAdmin):
    pass
