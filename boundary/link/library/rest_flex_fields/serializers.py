"""What do serializers with fields by choice call?"""

from rest_framework import serializers


class FlexFieldsSerializerMixin:
    expandable_fields = {}

    def __init__(self, *args, **kwargs):
        kwargs.pop("expand", None)
        kwargs.pop("fields", None)
        kwargs.pop("omit", None)
        super().__init__(*args, **kwargs)

    def to_representation(self, instance):
        return super().to_representation(instance)


class FlexFieldsModelSerializer(FlexFieldsSerializerMixin, serializers.ModelSerializer):
    pass
