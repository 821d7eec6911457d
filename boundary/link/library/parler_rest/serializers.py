"""A serializer stores the texts that it is given beside its object."""

from rest_framework import serializers


class TranslatableModelSerializerMixin:
    def save(self, **kwargs):
        instance = super().save(**kwargs)
        instance.save_translations()
        return instance


class TranslatableModelSerializer(TranslatableModelSerializerMixin, serializers.ModelSerializer): ...
