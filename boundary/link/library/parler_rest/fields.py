"""The texts of a row as a dict by language."""

from rest_framework import serializers


class TranslatedFieldsField(serializers.Field): ...


class TranslatedField(serializers.Field): ...
