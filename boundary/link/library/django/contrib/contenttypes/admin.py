"""Which inlines edit the targets of generic relations?"""

from django.contrib.admin.options import InlineModelAdmin
from django.contrib.contenttypes.forms import BaseGenericInlineFormSet, generic_inlineformset_factory


class GenericInlineModelAdmin(InlineModelAdmin):
    ct_field = "content_type"
    ct_fk_field = "object_id"
    formset = BaseGenericInlineFormSet

    def _make_formset(self, **defaults):
        return generic_inlineformset_factory(self.model, **defaults)


class GenericStackedInline(GenericInlineModelAdmin):
    pass


class GenericTabularInline(GenericInlineModelAdmin):
    pass
