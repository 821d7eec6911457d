"""Serializers of rows, and rows that were read from text and are not saved yet."""


class SerializationError(Exception): ...


class DeserializationError(Exception): ...


class Serializer:
    def serialize(self, queryset, **options): ...


class DeserializedObject:
    def __init__(self, obj, m2m_data=None, deferred_fields=None):
        self.object = obj
        self.m2m_data = m2m_data

    def save(self, save_m2m=True, using=None, **kwargs): ...
