"""Which widgets does the admin offer?"""

from django import forms


class FilteredSelectMultiple(forms.SelectMultiple):
    def __init__(self, verbose_name, is_stacked, attrs=None, choices=()):
        super().__init__(attrs, choices)


class AdminDateWidget(forms.DateInput):
    pass


class AdminTimeWidget(forms.TimeInput):
    pass


class AdminSplitDateTime(forms.SplitDateTimeWidget):
    pass


class AdminTextInputWidget(forms.TextInput):
    pass


class AdminTextareaWidget(forms.Textarea):
    pass


class AdminFileWidget(forms.ClearableFileInput):
    pass


class AdminURLFieldWidget(forms.URLInput):
    pass


class ForeignKeyRawIdWidget(forms.TextInput):
    def __init__(self, rel, admin_site, attrs=None, using=None):
        super().__init__(attrs)


class ManyToManyRawIdWidget(ForeignKeyRawIdWidget):
    pass


class RelatedFieldWidgetWrapper(forms.Widget):
    def __init__(self, widget, rel, admin_site, **options):
        self.widget = widget


class AutocompleteSelect(forms.Select):
    def __init__(self, field, admin_site, attrs=None, choices=(), using=None):
        super().__init__(attrs, choices)


class AutocompleteSelectMultiple(AutocompleteSelect):
    pass
