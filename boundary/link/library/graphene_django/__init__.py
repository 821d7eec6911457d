"""Which names does `graphene_django` offer that call back?"""

from graphene_django.fields import DjangoConnectionField, DjangoListField
from graphene_django.types import DjangoObjectType
