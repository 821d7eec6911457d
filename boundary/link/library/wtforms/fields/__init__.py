"""What does a field of a form call?  What a field of the project's own makes of the input, and the validators of each."""


def _keep(field, value): ...


def _kept(field): ...


class Field:
    def __init__(self, label=None, validators=None, *args, **kwargs):
        self.validators = validators or ()

    @property
    def data(self):
        return _kept(self)

    @data.setter
    def data(self, value):
        _keep(self, value)

    def _filled(self, name):
        self.process_formdata(__unknown__)

    def _validated(self, name, form):
        return self.validate(form, ())

    def process_formdata(self, valuelist):
        pass

    def validate(self, form, extra_validators=()):
        self.pre_validate(form)
        for validator in self.validators:
            validator(form, self)
        self.post_validate(form, __unknown__)
        return __unknown__

    def pre_validate(self, form):
        pass

    def post_validate(self, form, validation_stopped):
        pass

    def __call__(self, **kwargs):
        return __unknown__

    def __getattr__(self, name):
        return __unknown__


class SelectFieldBase(Field):
    pass


class SelectField(SelectFieldBase):
    pass


class SelectMultipleField(SelectField):
    pass


class RadioField(SelectField):
    pass


class StringField(Field):
    pass


class TextAreaField(StringField):
    pass


class PasswordField(StringField):
    pass


class HiddenField(StringField):
    pass


class EmailField(StringField):
    pass


class URLField(StringField):
    pass


class TelField(StringField):
    pass


class SearchField(StringField):
    pass


class BooleanField(Field):
    pass


class SubmitField(BooleanField):
    pass


class IntegerField(Field):
    pass


class DecimalField(Field):
    pass


class FloatField(Field):
    pass


class DateTimeField(Field):
    pass


class DateField(DateTimeField):
    pass


class TimeField(DateTimeField):
    pass


class FileField(Field):
    pass


class MultipleFileField(FileField):
    pass
