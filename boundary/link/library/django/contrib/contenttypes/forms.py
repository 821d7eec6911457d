"""Which formsets edit the targets of generic relations?"""

from django.forms import ModelForm, modelformset_factory
from django.forms.models import BaseModelFormSet


class BaseGenericInlineFormSet(BaseModelFormSet):
    ct_field_name = "content_type"
    ct_fk_field_name = "object_id"

    def __init__(self, data=None, files=None, instance=None, save_as_new=False, prefix=None, queryset=None, **kwargs):
        self.instance = instance
        self.save_as_new = save_as_new
        if queryset is None:
            queryset = self.model._default_manager
        super().__init__(data, files, prefix=prefix, queryset=queryset.filter(), **kwargs)

    def save_new(self, form, commit=True):
        setattr(form.instance, self.ct_fk_field_name, self.instance.pk)
        return form.save(commit=commit)


def generic_inlineformset_factory(
    model,
    form=ModelForm,
    formset=BaseGenericInlineFormSet,
    ct_field="content_type",
    fk_field="object_id",
    fields=None,
    exclude=None,
    extra=3,
    **options,
):
    return modelformset_factory(model, form=form, formset=formset, fields=fields, exclude=exclude, **options)
