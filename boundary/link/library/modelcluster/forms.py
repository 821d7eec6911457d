"""How does a form of a cluster save it together with its child formsets?"""

from django.forms.formsets import BaseFormSet
from django.forms.models import BaseModelFormSet, ModelForm, modelformset_factory


class BaseTransientModelFormSet(BaseModelFormSet):
    pass


class BaseChildFormSet(BaseTransientModelFormSet):
    def __init__(self, data=None, files=None, instance=None, queryset=None, **kwargs):
        self.instance = instance
        super().__init__(data, files, queryset=queryset, **kwargs)

    def save(self, commit=True):
        return super().save(commit=commit)


def transientmodelformset_factory(model, formset=BaseTransientModelFormSet, **kwargs):
    return modelformset_factory(model, formset=formset, **kwargs)


def childformset_factory(parent_model, model, form=ModelForm, formset=BaseChildFormSet, **kwargs):
    return modelformset_factory(model, form=form, formset=formset)


class ClusterForm(ModelForm):
    formsets = {}

    def __init__(self, data=None, files=None, instance=None, prefix=None, **kwargs):
        super().__init__(data, files, instance=instance, prefix=prefix)

    def is_valid(self):
        for formset in self.formsets.values():
            formset.is_valid()
        return super().is_valid()

    def save(self, commit=True):
        instance = super().save(commit=commit)
        for formset in self.formsets.values():
            formset.save(commit=commit)
        return instance


def clusterform_factory(model, form=ClusterForm, **kwargs):
    from django.forms.models import modelform_factory

    return modelform_factory(model, form=form)
