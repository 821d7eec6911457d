"""Which serializer is a row of one of several models given to?  The one that the mapping has for its model."""

from rest_framework import serializers


class PolymorphicSerializer(serializers.Serializer):
    model_serializer_mapping = None
    resource_type_field_name = "resourcetype"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._made = {model: made(*args, **kwargs) for model, made in self.model_serializer_mapping.items()}

    def to_resource_type(self, model_or_instance):
        return __unknown__

    def _get_serializer_from_model_or_instance(self, model_or_instance):
        for model, serializer in self._made.items():
            if isinstance(model_or_instance, model) and __unknown__:
                return serializer

    # The data names the model, which is any of them then.
    def run_validation(self, data=serializers.empty):
        for serializer in self._made.values():
            if __unknown__:
                return serializer.run_validation(data)
        return {**__unknown__}

    def create(self, validated_data):
        for serializer in self._made.values():
            if __unknown__:
                return serializer.create(validated_data)

    def update(self, instance, validated_data):
        for model, serializer in self._made.items():
            if isinstance(instance, model) and __unknown__:
                return serializer.update(instance, validated_data)

    def to_representation(self, instance):
        for model, serializer in self._made.items():
            if isinstance(instance, model) and __unknown__:
                return serializer.to_representation(instance)
        return {**__unknown__}
