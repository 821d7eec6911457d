"""What does a serializer call while it validates, saves and represents objects?"""

from django.core.exceptions import ValidationError as DjangoValidationError
from rest_framework.exceptions import ValidationError
from rest_framework.fields import *
from rest_framework.relations import *
from rest_framework.validators import UniqueTogetherValidator, UniqueValidator

ALL_FIELDS = "__all__"


class SerializerMetaclass(type):
    pass


class BaseSerializer(Field):
    class Meta:
        model = None
        fields = None
        exclude = None

    # What the caller gave is kept apart from what `save` made: only the former decides between create and update.
    _saved = None
    # What is put there later may be after `save`, so that what the caller gave decides.
    _put = None

    def __init__(self, instance=None, data=empty, many=False, context=None, partial=False, **kwargs):
        self._given = instance
        if data is not empty:
            self.initial_data = data
        self._context = context or {}
        self.partial = partial
        super().__init__(**kwargs)

    @classmethod
    def many_init(cls, *args, **kwargs):
        the_child = cls(*args, **kwargs)

        # The second is for a class that is not read.
        class Many(getattr(cls.Meta, "list_serializer_class", ListSerializer), ListSerializer):
            child = the_child

        many = Many(*args, **kwargs)
        the_child.bind("", many)
        return many

    @property
    def instance(self):
        if __unknown__:
            return self._saved
        if __unknown__:
            return self._put
        return self._given

    @instance.setter
    def instance(self, value):
        self._put = value

    @property
    def context(self):
        return self._context

    def update(self, instance, validated_data):
        raise NotImplementedError

    def create(self, validated_data):
        raise NotImplementedError

    def save(self, **kwargs):
        validated_data = {**self.validated_data, **kwargs}
        given = __told__(self._given, self)
        if given is not None:
            self._saved = self.update(__handed_row__(given, self), validated_data)
        elif self._put is not None and __unknown__:
            self._saved = self.update(self._put, validated_data)
        else:
            self._saved = self.create(validated_data)
        return self._saved

    def is_valid(self, *, raise_exception=False):
        try:
            self._validated_data = self.run_validation(self.initial_data)
        except ValidationError:
            pass  # nobody asks for the data of an input that is not valid
        if raise_exception and __unknown__:
            raise ValidationError(self.errors)
        return __unknown__

    @property
    def data(self):
        if self.instance is not None:
            return self.to_representation(self.instance)
        return self.get_initial()

    @property
    def errors(self):
        return {**__unknown__}

    @property
    def validated_data(self):
        return self._validated_data


class Serializer(BaseSerializer):
    @property
    def fields(self):
        return self.get_fields()

    def get_fields(self):
        return __members__(self, Field)

    def get_validators(self):
        return getattr(self.Meta, "validators", [])

    def get_initial(self):
        return {**__unknown__}

    def run_validation(self, data=empty):
        value = self.to_internal_value(data)
        try:
            self.run_validators(value)
            value = self.validate(value)
        except (ValidationError, DjangoValidationError) as exc:
            raise ValidationError(detail=exc) from exc
        return value

    def run_validators(self, value):
        for validator in self.get_validators():
            validator(value, self)

    def validate(self, attrs):
        return attrs

    def to_internal_value(self, data):
        return __validated__(self, self.fields)

    def to_representation(self, instance):
        __represented__(self, self.fields, instance)
        self.__call_matching__("get_", instance)
        return {**__unknown__}

    def __iter__(self):
        return iter(())

    def __getitem__(self, key):
        return self.fields[key]


class ListSerializer(BaseSerializer):
    child = None

    def __init__(self, *args, child=None, **kwargs):
        if child is not None:
            self.child = child
        super().__init__(*args, **kwargs)

    def get_initial(self):
        return []

    def run_validation(self, data=empty):
        return self.validate(self.to_internal_value(data))

    def to_internal_value(self, data):
        return [self.run_child_validation(__unknown__)]

    def run_child_validation(self, data):
        return self.child.run_validation(data)

    def to_representation(self, data):
        return [self.child.to_representation(each) for each in __every__(data)]

    def validate(self, attrs):
        return attrs

    def create(self, validated_data):
        return [self.child.create(attrs) for attrs in validated_data]

    def save(self, **kwargs):
        validated_data = [{**attrs, **kwargs} for attrs in self.validated_data]
        given = __told__(self._given, self)
        if given is not None:
            self._saved = self.update(given, validated_data)
        elif self._put is not None and __unknown__:
            self._saved = self.update(self._put, validated_data)
        else:
            self._saved = self.create(validated_data)
        return self._saved


def raise_errors_on_nested_writes(method_name, serializer, validated_data):
    pass


class ModelSerializer(Serializer):
    serializer_related_field = PrimaryKeyRelatedField

    def create(self, validated_data):
        instance = self.Meta.model._default_manager.create(**validated_data)
        __save_relations__(self, instance, validated_data)
        return instance

    def update(self, instance, validated_data):
        instance = __fitting__(instance, self.Meta)
        for name, value in validated_data.items():
            setattr(instance, name, value)
        instance.save()
        __save_relations__(self, instance, validated_data)
        return instance

    def to_internal_value(self, data):
        __read_relations__(self.Meta)
        __read_unique__(self)
        return super().to_internal_value(data)

    def to_representation(self, instance):
        __show_relations__(self)
        return super().to_representation(instance)

    def get_field_names(self, declared_fields, info):
        return []

    def get_default_field_names(self, declared_fields, model_info):
        return []

    def get_extra_kwargs(self):
        return {}

    def build_field(self, field_name, info, model_class, nested_depth):
        return __unknown__

    def get_unique_together_validators(self):
        return []


class HyperlinkedModelSerializer(ModelSerializer):
    serializer_related_field = HyperlinkedRelatedField


def as_serializer_error(exc):
    return __unknown__
