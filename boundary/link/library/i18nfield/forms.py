"""What do forms of texts in several languages add? Nothing that touches a table."""

from django import forms
from django.forms.models import BaseInlineFormSet, BaseModelForm, BaseModelFormSet


class I18nWidget(forms.MultiWidget):
    pass


class I18nTextInput(I18nWidget):
    pass


class I18nTextarea(I18nWidget):
    pass


class I18nFormField(forms.MultiValueField):
    def __init__(self, *args, **kwargs):
        super().__init__(())


class I18nFormMixin:
    def __init__(self, *args, **kwargs):
        kwargs.pop("locales", None)
        super().__init__(*args, **kwargs)


class BaseI18nModelForm(I18nFormMixin, BaseModelForm):
    pass


class I18nModelForm(BaseI18nModelForm):
    pass


class I18nForm(I18nFormMixin, forms.Form):
    pass


class I18nFormSetMixin:
    def __init__(self, *args, **kwargs):
        kwargs.pop("locales", None)
        super().__init__(*args, **kwargs)


class I18nModelFormSet(I18nFormSetMixin, BaseModelFormSet):
    pass


class I18nInlineFormSet(I18nFormSetMixin, BaseInlineFormSet):
    pass
