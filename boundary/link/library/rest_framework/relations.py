"""What do fields that point at other objects query?"""

from rest_framework.fields import Field, empty


class PKOnlyObject:
    def __init__(self, pk):
        self.pk = pk


class RelatedField(Field):
    queryset = None

    def __init__(self, queryset=None, many=False, **kwargs):
        super().__init__(**kwargs)
        if queryset is not None:
            self.queryset = queryset

    @classmethod
    def many_init(cls, *args, **kwargs):
        the_child = cls(*args, **kwargs)

        class Many(ManyRelatedField):
            child_relation = the_child

        return Many()

    def get_queryset(self):
        return self.queryset.all()

    def use_pk_only_optimization(self):
        return False

    def display_value(self, instance):
        return str(instance)


class StringRelatedField(RelatedField):
    def to_representation(self, value):
        return str(value)


class PrimaryKeyRelatedField(RelatedField):
    def to_internal_value(self, data):
        return self.get_queryset().get(pk=data)


class HyperlinkedRelatedField(RelatedField):
    lookup_field = "pk"

    def __init__(self, view_name=None, **kwargs):
        super().__init__(**kwargs)

    def get_object(self, view_name, view_args, view_kwargs):
        return self.get_queryset().get(**{self.lookup_field: __unknown__})

    def get_url(self, obj, view_name, request, format):
        return __unknown__

    def to_internal_value(self, data):
        return self.get_object(__unknown__, __unknown__, __unknown__)


class HyperlinkedIdentityField(HyperlinkedRelatedField):
    pass


class SlugRelatedField(RelatedField):
    def __init__(self, slug_field=None, **kwargs):
        self.slug_field = slug_field
        super().__init__(**kwargs)

    def to_internal_value(self, data):
        return self.get_queryset().get(**{self.slug_field: data})

    def to_representation(self, obj):
        return __follow__(obj, self.slug_field)


class ManyRelatedField(Field):
    child_relation = None

    def __init__(self, child_relation=None, *args, **kwargs):
        if child_relation is not None:
            self.child_relation = child_relation
        super().__init__(*args, **kwargs)

    def to_internal_value(self, data):
        return [self.child_relation.to_internal_value(__unknown__)]

    def to_representation(self, iterable):
        return [self.child_relation.to_representation(each) for each in __every__(iterable)]
