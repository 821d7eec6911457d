"""What does a mutation of a serializer, a form or a model do?  It asks its permissions, then creates, updates, deletes.

One that is neither of these three runs its `custom_mutation` with what its serializer made of the input.
"""

from graphene.types.mutation import Mutation
from graphene_django_extensions.permissions import AllowAny
from query_optimizer.types import DjangoObjectType


class DjangoNode(DjangoObjectType):
    class Meta:
        permission_classes = (AllowAny,)

    @classmethod
    def get_queryset(cls, queryset, info):
        cls.has_filter_permissions(info)
        return queryset

    @classmethod
    def run_instance_checks(cls, instance, info):
        cls.has_node_permissions(info, instance)

    @classmethod
    def has_node_permissions(cls, info, instance):
        return all([one.has_node_permission(instance, info.context.user, __unknown__) for one in _permissions(cls)])

    @classmethod
    def has_filter_permissions(cls, info):
        return all([one.has_filter_permission(info.context.user, __unknown__) for one in _permissions(cls)])

    @classmethod
    def get_node(cls, info, id):
        instance = super().get_node(info, id)
        cls.run_instance_checks(instance, info)
        return instance


def _permissions(cls):
    return cls.Meta.permission_classes


class DjangoMutation(Mutation):
    class Meta:
        serializer_class = None
        output_serializer_class = None
        form_class = None
        permission_classes = (AllowAny,)

    @classmethod
    def mutate(cls, root, info, **kwargs):
        cls.has_mutation_permission(info, __unknown__)
        return cls.custom_mutation(info, cls.run_validation(__unknown__, info).validated_data)

    @classmethod
    def custom_mutation(cls, info, input_data):
        raise NotImplementedError

    @classmethod
    def run_validation(cls, input_data, info, maybe_instance=None):
        if cls.Meta.serializer_class is not None:
            validator = cls.Meta.serializer_class(
                instance=maybe_instance, data=input_data, context={"request": info.context}
            )
        else:
            validator = cls.Meta.form_class(data=input_data, instance=maybe_instance)
        validator.is_valid()
        return validator

    @classmethod
    def get_model(cls):
        if cls.Meta.serializer_class is not None:
            return cls.Meta.serializer_class.Meta.model
        return cls.Meta.form_class.Meta.model

    @classmethod
    def get_instance(cls, input_data):
        return cls.get_model()._default_manager.get(pk=__unknown__)

    @classmethod
    def save_validated(cls, info, instance):
        return cls.get_serializer_output(cls.run_validation(__unknown__, info, instance).save())

    @classmethod
    def get_serializer_output(cls, instance):
        return {**__unknown__}

    @classmethod
    def has_mutation_permission(cls, info, input_data):
        return all([one.has_mutation_permission(info.context.user, input_data) for one in _permissions(cls)])

    @classmethod
    def has_create_permissions(cls, info, input_data):
        return all([one.has_create_permission(info.context.user, input_data) for one in _permissions(cls)])

    @classmethod
    def has_update_permissions(cls, instance, info, input_data):
        return all([one.has_update_permission(instance, info.context.user, input_data) for one in _permissions(cls)])

    @classmethod
    def has_delete_permissions(cls, instance, info, input_data):
        return all([one.has_delete_permission(instance, info.context.user, input_data) for one in _permissions(cls)])


class CreateMutation(DjangoMutation):
    @classmethod
    def mutate(cls, root, info, **kwargs):
        cls.has_create_permissions(info, __unknown__)
        return cls(**cls.save_validated(info, None))


class UpdateMutation(DjangoMutation):
    @classmethod
    def mutate(cls, root, info, **kwargs):
        instance = cls.get_instance(__unknown__)
        cls.has_update_permissions(instance, info, __unknown__)
        return cls(**cls.save_validated(info, instance))


class DeleteMutation(DjangoMutation):
    @classmethod
    def mutate(cls, root, info, **kwargs):
        instance = cls.get_instance(__unknown__)
        cls.has_delete_permissions(instance, info, __unknown__)
        cls.validate_deletion(instance, info.context.user)
        instance.delete()
        return cls(deleted=True)

    @classmethod
    def validate_deletion(cls, instance, user):
        pass

    @classmethod
    def get_model(cls):
        return cls.Meta.model
