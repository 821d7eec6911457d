"""Which inlines edit the targets of generic relations?"""

from django.contrib.admin.options import InlineModelAdmin, new_only
from django.contrib.contenttypes.forms import BaseGenericInlineFormSet, generic_inlineformset_factory


class GenericInlineModelAdmin(InlineModelAdmin):
    ct_field = "content_type"
    ct_fk_field = "object_id"
    formset = BaseGenericInlineFormSet

    def get_formset(self, request, obj=None, **kwargs):
        if obj is None:
            formset = new_only(self.formset)
        else:
            formset = self.formset
        return generic_inlineformset_factory(self.model, form=self.form, formset=formset)


class GenericStackedInline(GenericInlineModelAdmin):
    pass


class GenericTabularInline(GenericInlineModelAdmin):
    pass
