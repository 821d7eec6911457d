"""What do serializers save whose clients say which fields they want? What those of REST framework save."""

from rest_framework import serializers


class WithDynamicSerializerMixin:
    def __init__(self, instance=None, data=serializers.empty, fields=None, request_fields=None, **kwargs):
        super().__init__(instance, data, **kwargs)


class DynamicListSerializer(serializers.ListSerializer):
    pass


class DynamicModelSerializer(WithDynamicSerializerMixin, serializers.ModelSerializer):
    pass


class DynamicEphemeralSerializer(WithDynamicSerializerMixin, serializers.Serializer):
    pass
