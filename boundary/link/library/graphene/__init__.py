"""Which names does `graphene` offer that call back? Scalars and fields stay names."""

from graphene import relay
from graphene.relay import ClientIDMutation, Connection, Node
from graphene.types.definitions import ResolveInfo
from graphene.types.mutation import Mutation
from graphene.types.objecttype import AbstractType, InputObjectType, Interface, ObjectType, Union
