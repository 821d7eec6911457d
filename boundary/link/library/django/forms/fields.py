"""What does a form field call while it cleans a value?"""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms.widgets import Select, SelectMultiple


class Field:
    widget = None
    queryset = None

    def __init__(self, *, required=True, widget=None, label=None, initial=None, help_text="", validators=(), **kwargs):
        self.required = required
        self.label = label
        self.initial = initial
        self.help_text = help_text
        self.validators = validators
        if widget is not None:
            self.widget = widget
        else:
            self.widget = type(self).widget

    def __shown__(self):
        widget = __widget_of__(self, self.widget)
        widget.render(__unknown__, __unknown__, {})

    def prepare_value(self, value):
        return value

    def to_python(self, value):
        return value

    def validate(self, value):
        if self.required and __unknown__:
            raise ValidationError("required")

    def run_validators(self, value):
        for validator in self.validators:
            validator(value)

    def clean(self, value, bound_field=None):
        value = self.to_python(value)
        self.validate(value)
        self.run_validators(value)
        return value

    def bound_data(self, data, initial):
        return data

    def widget_attrs(self, widget):
        return {}

    def has_changed(self, initial, data):
        return __unknown__

    def get_bound_field(self, form, field_name): ...


class CharField(Field):
    def to_python(self, value):
        return __unknown__


class IntegerField(Field):
    def to_python(self, value):
        return __unknown__


class FloatField(IntegerField):
    pass


class DecimalField(IntegerField):
    pass


class BaseTemporalField(Field):
    def to_python(self, value):
        return self.strptime(value, __unknown__)

    def strptime(self, value, format):
        return __unknown__


class DateField(BaseTemporalField):
    pass


class TimeField(BaseTemporalField):
    pass


class DateTimeField(BaseTemporalField):
    pass


class DurationField(Field):
    def to_python(self, value):
        return __unknown__


class RegexField(CharField):
    def __init__(self, regex, **kwargs):
        super().__init__(**kwargs)


class EmailField(CharField):
    pass


class URLField(CharField):
    pass


class FileField(Field):
    def to_python(self, data):
        return UploadedFile() if __unknown__ else None

    def clean(self, data, initial=None):
        return super().clean(data)


class ImageField(FileField):
    pass


class BooleanField(Field):
    def to_python(self, value):
        return __unknown__


class NullBooleanField(BooleanField):
    pass


class ChoiceField(Field):
    widget = Select

    def __init__(self, *, choices=(), **kwargs):
        super().__init__(**kwargs)
        self.choices = choices

    def __shown__(self):
        widget = __widget_of__(self, self.widget)
        widget.choices = self.listed_choices()
        widget.render(__unknown__, __unknown__, {})

    def listed_choices(self):
        return self.choices() if callable(self.choices) else self.choices

    def to_python(self, value):
        return __unknown__

    def valid_value(self, value):
        for key, label in self.listed_choices():
            pass
        return __unknown__

    def validate(self, value):
        super().validate(value)
        if not self.valid_value(value):
            raise ValidationError("invalid_choice")


class TypedChoiceField(ChoiceField):
    def __init__(self, *, coerce=None, empty_value="", **kwargs):
        self.coerce = coerce
        super().__init__(**kwargs)

    def clean(self, value):
        value = super().clean(value)
        if self.coerce is not None:
            return self.coerce(value)
        return value


class MultipleChoiceField(ChoiceField):
    widget = SelectMultiple


class TypedMultipleChoiceField(MultipleChoiceField):
    def __init__(self, *, coerce=None, **kwargs):
        self.coerce = coerce
        super().__init__(**kwargs)


class ComboField(Field):
    def __init__(self, fields, **kwargs):
        super().__init__(**kwargs)
        self.fields = fields

    def clean(self, value):
        super().clean(value)
        for field in self.fields:
            value = field.clean(value)
        return value


class MultiValueField(Field):
    def __init__(self, fields, *, require_all_fields=True, **kwargs):
        super().__init__(**kwargs)
        self.fields = fields

    def clean(self, value):
        cleaned = [field.clean(__unknown__) for field in self.fields]
        out = self.compress(cleaned)
        self.validate(out)
        self.run_validators(out)
        return out

    def compress(self, data_list):
        return __unknown__


class SplitDateTimeField(MultiValueField):
    def __init__(self, **kwargs):
        super().__init__((DateField(), TimeField()), **kwargs)


class FilePathField(ChoiceField):
    def __init__(self, path, **kwargs):
        super().__init__(**kwargs)


class GenericIPAddressField(CharField):
    pass


class SlugField(CharField):
    pass


class UUIDField(CharField):
    pass


class JSONField(CharField):
    def __init__(self, encoder=None, decoder=None, **kwargs):
        super().__init__(**kwargs)
