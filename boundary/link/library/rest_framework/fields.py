"""What does a field of a serializer call while it validates and represents a value?"""


class empty:
    pass


class SkipField(Exception):
    pass


class CreateOnlyDefault:
    requires_context = True

    def __init__(self, default):
        self.default = default

    def __call__(self, serializer_field):
        if callable(self.default):
            return self.default(serializer_field) if self.default.requires_context else self.default()
        return self.default


class CurrentUserDefault:
    requires_context = True

    def __call__(self, serializer_field):
        return serializer_field.context["request"].user


class Field:
    source = None
    initial = None
    parent = None

    def __init__(
        self,
        *,
        read_only=False,
        write_only=False,
        required=None,
        default=empty,
        initial=empty,
        source=None,
        validators=None,
        allow_null=False,
        **kwargs,
    ):
        self.read_only = read_only
        self.default = default
        self.source = source
        self.validators = validators or []

    def bind(self, field_name, parent):
        self.field_name = field_name
        self.parent = parent

    @property
    def root(self):
        return __unknown__

    @property
    def context(self):
        return __unknown__

    def get_value(self, dictionary):
        return __unknown__

    def get_attribute(self, instance):
        return __unknown__

    def get_default(self):
        if callable(self.default):
            return self.default(self) if self.default.requires_context else self.default()
        return self.default

    def get_initial(self):
        return self.initial

    def run_validation(self, data=empty):
        if self.default is not empty:
            self.get_default()
        value = self.to_internal_value(data)
        self.run_validators(value)
        return value

    def run_validators(self, value):
        for validator in self.validators:
            validator(value)

    def to_internal_value(self, data):
        return __unknown__

    def to_representation(self, value):
        return __unknown__

    def fail(self, key, **kwargs):
        raise ValueError(key)


class BooleanField(Field):
    pass


class NullBooleanField(BooleanField):
    pass


class CharField(Field):
    pass


class EmailField(CharField):
    pass


class RegexField(CharField):
    def __init__(self, regex, **kwargs):
        super().__init__(**kwargs)


class SlugField(CharField):
    pass


class URLField(CharField):
    pass


class UUIDField(Field):
    pass


class IPAddressField(CharField):
    pass


class IntegerField(Field):
    pass


class BigIntegerField(IntegerField):
    pass


class FloatField(Field):
    pass


class DecimalField(Field):
    def __init__(self, max_digits, decimal_places, **kwargs):
        super().__init__(**kwargs)


class DateTimeField(Field):
    pass


class DateField(Field):
    pass


class TimeField(Field):
    pass


class DurationField(Field):
    pass


class ChoiceField(Field):
    def __init__(self, choices, **kwargs):
        super().__init__(**kwargs)
        self.choices = choices


class MultipleChoiceField(ChoiceField):
    pass


class FilePathField(ChoiceField):
    def __init__(self, path, **kwargs):
        super().__init__((), **kwargs)


class FileField(Field):
    pass


class ImageField(FileField):
    pass


class ListField(Field):
    child = None

    def __init__(self, *, child=None, **kwargs):
        super().__init__(**kwargs)
        if child is not None:
            self.child = child

    def to_internal_value(self, data):
        return [self.run_child_validation(data)]

    def run_child_validation(self, data):
        return [self.child.run_validation(data)]


class DictField(ListField):
    pass


class HStoreField(DictField):
    pass


class JSONField(Field):
    pass


class ReadOnlyField(Field):
    pass


class HiddenField(Field):
    def run_validation(self, data=empty):
        return self.get_default()


class SerializerMethodField(Field):
    def __init__(self, method_name=None, **kwargs):
        self.method_name = method_name
        super().__init__(**kwargs)


class ModelField(Field):
    def __init__(self, model_field, **kwargs):
        self.model_field = model_field
        super().__init__(**kwargs)
