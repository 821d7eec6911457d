"""How does a mutation save its serializer?"""

from django.shortcuts import get_object_or_404
from graphene.relay.mutation import ClientIDMutation


class SerializerMutation(ClientIDMutation):
    class Meta:
        serializer_class = None

    @classmethod
    def get_serializer_kwargs(cls, root, info, **input):
        kwargs = {"data": input, "context": {"request": info.context}}
        if __unknown__:
            return {**kwargs, "instance": get_object_or_404(cls.Meta.serializer_class.Meta.model)}
        return kwargs

    @classmethod
    def mutate_and_get_payload(cls, root, info, **input):
        serializer = cls.Meta.serializer_class(**cls.get_serializer_kwargs(root, info, **input))
        if serializer.is_valid():
            return cls.perform_mutate(serializer, info)
        return cls(errors=serializer.errors)

    @classmethod
    def perform_mutate(cls, serializer, info):
        serializer.save()
        return cls(errors=None)
