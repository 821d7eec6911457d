"""Which forms does a formset of mixed rows make?  For each row the form of its own class."""

from django.contrib.contenttypes.forms import BaseGenericInlineFormSet, generic_inlineformset_factory
from django.contrib.contenttypes.models import ContentType
from django.forms.models import (
    BaseInlineFormSet,
    BaseModelFormSet,
    ModelForm,
    inlineformset_factory,
    modelform_factory,
    modelformset_factory,
)


class UnsupportedChildType(LookupError):
    pass


class PolymorphicFormSetChild:
    def __init__(self, model, form=ModelForm, fields=None, exclude=None, formfield_callback=None, **options):
        self.model = model
        self.form = form
        self.fields = fields
        self.exclude = exclude
        self.formfield_callback = formfield_callback

    @property
    def content_type(self):
        return ContentType.objects.get_for_model(self.model)

    def get_form(self, **kwargs):
        given = {"form": self.form, "fields": self.fields, "exclude": self.exclude}
        return modelform_factory(self.model, formfield_callback=self.formfield_callback, **given)


class GenericPolymorphicFormSetChild(PolymorphicFormSetChild):
    pass


def polymorphic_child_forms_factory(formset_children, **kwargs):
    return [child.get_form(**kwargs) for child in formset_children]


class BasePolymorphicModelFormSet(BaseModelFormSet):
    child_forms = []

    def _construct_form(self, i, **kwargs):
        if __unknown__:
            return self._of_its_class(i, instance=self.get_queryset()[i], **kwargs)
        return self._of_its_class(i, **kwargs)

    def _of_its_class(self, i, **kwargs):
        for form_class in self.child_forms:
            form = form_class(data=self.data, files=self.files, prefix=self.add_prefix(i), **kwargs)
            self.add_fields(form, i)
            return form

    def get_form_class(self, model):
        for form_class in self.child_forms:
            return form_class

    @property
    def empty_forms(self):
        return [form_class(**self.get_form_kwargs(None)) for form_class in self.child_forms]

    def add_fields(self, form, index):
        ContentType.objects.get_for_model(form._meta.model)
        super().add_fields(form, index)


class BasePolymorphicInlineFormSet(BaseInlineFormSet, BasePolymorphicModelFormSet):
    pass


class BaseGenericPolymorphicInlineFormSet(BaseGenericInlineFormSet, BasePolymorphicModelFormSet):
    pass


def with_forms(formset, forms):
    class Made(formset):
        child_forms = forms

    return Made


def polymorphic_modelformset_factory(
    model, formset_children, formset=BasePolymorphicModelFormSet, child_form_kwargs=None, **options
):
    forms = polymorphic_child_forms_factory(formset_children)
    return with_forms(modelformset_factory(model, formset=formset, **{"can_delete": True, **options}), forms)


def polymorphic_inlineformset_factory(
    parent_model, model, formset_children, formset=BasePolymorphicInlineFormSet, child_form_kwargs=None, **options
):
    forms = polymorphic_child_forms_factory(formset_children)
    return with_forms(inlineformset_factory(parent_model, model, formset=formset, **options), forms)


def generic_polymorphic_inlineformset_factory(
    model, formset_children, formset=BaseGenericPolymorphicInlineFormSet, child_form_kwargs=None, **options
):
    forms = polymorphic_child_forms_factory(formset_children)
    return with_forms(generic_inlineformset_factory(model, formset=formset, **{"can_delete": True, **options}), forms)
