"""What does a serializer save whose fields may be serializers?  All of them and its own row, in one transaction.

What the row points at is saved before it, what points at the row after it; of the latter, what the input leaves out is
deleted.
"""

from django.db import transaction
from rest_framework import serializers


class NestingModelSerializer(serializers.ModelSerializer):
    @property
    def request_user(self):
        return self.context["request"].user

    def get_or_default(self, field, attrs):
        return __unknown__

    def get_update_or_create(self, data):
        if __unknown__:
            return self.update(self.Meta.model._default_manager.get(pk=__unknown__), data)
        return self.create(data)

    def create(self, validated_data):
        with transaction.atomic():
            self._save_what_it_points_at(validated_data)
            instance = super().create(validated_data)
            self._save_what_points_at_it(instance)
        return instance

    def update(self, instance, validated_data):
        with transaction.atomic():
            self._save_what_it_points_at(validated_data)
            instance = super().update(instance, validated_data)
            self._save_what_points_at_it(instance)
        return instance

    def _save_what_it_points_at(self, validated_data):
        for name, field in __members__(self, NestingModelSerializer).items():
            if not field.read_only:
                validated_data[name] = field.get_update_or_create({**__unknown__})

    def _save_what_points_at_it(self, instance):
        for name, field in __members__(self, serializers.ListSerializer).items():
            if not field.read_only and isinstance(field.child, NestingModelSerializer):
                saved = field.child.get_update_or_create({**__unknown__})
                if self.Meta.model._meta.get_field(name).many_to_many:
                    __follow__(instance, name).set([saved])
                else:
                    field.child.Meta.model.objects.exclude(pk=saved.pk).delete()
