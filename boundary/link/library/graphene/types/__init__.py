"""Which names does `graphene.types` offer?"""

from graphene.types.definitions import ResolveInfo
from graphene.types.mutation import Mutation
from graphene.types.objecttype import AbstractType, InputObjectType, Interface, ObjectType, Union
