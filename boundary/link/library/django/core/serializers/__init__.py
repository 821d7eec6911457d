"""Rows as text and back: what is written of a row are its columns and the keys of its many-to-many relations."""

from django.core.serializers.base import DeserializedObject, Serializer


def serialize(format, queryset, **options): ...


def get_serializer(format):
    return Serializer


def deserialize(format, stream_or_string, **options):
    return [DeserializedObject(__unknown__)]
