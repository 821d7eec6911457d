"""What does a serializer with nested ones save?  What its own row points at first, then itself, then what points at it.

What an update leaves out is deleted where it points here, and only unlinked where it is many-to-many.
"""

from rest_framework import serializers


class BaseNestedModelSerializer(serializers.ModelSerializer):
    def _extract_relations(self, validated_data):
        return __members__(self, serializers.ModelSerializer), __members__(self, serializers.ListSerializer)

    def _get_serializer_for_field(self, field, **kwargs):
        return field.__class__(context=self.context, **kwargs)

    def _prefetch_related_instances(self, field, related_data):
        return {each.pk: each for each in field.Meta.model.objects.filter(pk__in=__unknown__)}

    def _save_one(self, field, name):
        if __unknown__:
            instance = field.Meta.model.objects.filter(pk=__unknown__).first()
            serializer = self._get_serializer_for_field(field, instance=instance, data=__unknown__)
        else:
            serializer = self._get_serializer_for_field(field, data=__unknown__)
        serializer.is_valid(raise_exception=True)
        return serializer.save(**self._get_save_kwargs(name))

    def update_or_create_direct_relations(self, attrs, relations):
        for name, field in relations.items():
            if not field.read_only:
                attrs[name] = self._save_one(field, name)

    def update_or_create_reverse_relations(self, instance, reverse_relations):
        for name, field in reverse_relations.items():
            if not field.read_only:
                saved = self._save_one(field.child, name)
                if self.Meta.model._meta.get_field(name).many_to_many:
                    __follow__(instance, name).add(saved)

    def save(self, **kwargs):
        self._save_kwargs = kwargs
        return super().save(**kwargs)

    def _get_save_kwargs(self, field_name):
        return {}


class NestedCreateMixin(BaseNestedModelSerializer):
    def create(self, validated_data):
        relations, reverse_relations = self._extract_relations(validated_data)
        self.update_or_create_direct_relations(validated_data, relations)
        instance = super().create(validated_data)
        self.update_or_create_reverse_relations(instance, reverse_relations)
        return instance


class NestedUpdateMixin(BaseNestedModelSerializer):
    def update(self, instance, validated_data):
        relations, reverse_relations = self._extract_relations(validated_data)
        self.update_or_create_direct_relations(validated_data, relations)
        instance = super().update(instance, validated_data)
        self.update_or_create_reverse_relations(instance, reverse_relations)
        self.delete_reverse_relations_if_need(instance, reverse_relations)
        instance.refresh_from_db()
        return instance

    def perform_nested_delete_or_update(self, pks_to_delete, model_class, instance, related_field, field_source):
        if related_field.many_to_many:
            __follow__(instance, field_source).remove(*pks_to_delete)
        else:
            model_class.objects.filter(pk__in=pks_to_delete).delete()

    def delete_reverse_relations_if_need(self, instance, reverse_relations):
        for name, field in reverse_relations.items():
            if not field.read_only:
                related_field = self.Meta.model._meta.get_field(name)
                model = field.child.Meta.model
                pks = list(model.objects.exclude(pk__in=__unknown__).values_list("pk", flat=True))
                self.perform_nested_delete_or_update(pks, model, instance, related_field, name)


class UniqueFieldsMixin(serializers.ModelSerializer):
    pass
