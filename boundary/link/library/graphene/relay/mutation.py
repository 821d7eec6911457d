"""How is a mutation of the Relay form called?"""

from graphene.types.mutation import Mutation


class ClientIDMutation(Mutation):
    @classmethod
    def mutate(cls, root, info, input):
        return cls.mutate_and_get_payload(root, info)
