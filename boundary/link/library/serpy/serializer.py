"""What does a serializer ask its fields for?  It is a field itself, of the serializer around it."""

from serpy.fields import Field


class SerializerBase(Field): ...


class Serializer(SerializerBase):
    def __init__(self, instance=None, many=False, data=None, context=None, **kwargs):
        super().__init__(**kwargs)
        self.instance = instance
        self.many = many

    @property
    def _field_map(self):
        return __members__(self, Field)

    def _serialize(self, instance, fields):
        return __call_members__(self._field_map, "_shown", self, instance)

    def to_value(self, instance):
        if self.many:
            return [self._serialize(one, __unknown__) for one in instance]
        return self._serialize(instance, __unknown__)

    @property
    def data(self):
        return self.to_value(self.instance)


class DictSerializer(Serializer):
    def _serialize(self, instance, fields):
        self.__call_matching__("get_", instance)
        return {**__unknown__}
