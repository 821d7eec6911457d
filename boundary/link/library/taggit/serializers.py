"""What does a serializer write for its tags?  It sets them when its object is stored."""

from rest_framework import serializers


class TagListSerializerField(serializers.ListField):
    def to_representation(self, value):
        return [tag.name for tag in value.all()]

    def _set(self, name, tag_object):
        getattr(tag_object, name).set([""])


class TaggitSerializer(serializers.Serializer):
    def create(self, validated_data):
        return self._save_tags(super().create(validated_data))

    def update(self, instance, validated_data):
        return self._save_tags(super().update(instance, validated_data))

    def _save_tags(self, tag_object):
        __call_members__(__members__(self, TagListSerializerField), "_set", tag_object)
        return tag_object
