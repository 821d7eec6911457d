"""Forms of models with translations are forms of models: saving the object saves its texts."""

from django import forms


class TranslatedField: ...


class BaseTranslatableModelForm(forms.BaseModelForm): ...


class TranslatableModelFormMixin: ...


class TranslatableModelForm(TranslatableModelFormMixin, forms.ModelForm): ...
