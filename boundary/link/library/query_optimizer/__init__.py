"""Which names does `query_optimizer` (graphene-django-query-optimizer) offer that call back?"""

from graphene_django.fields import DjangoConnectionField, DjangoListField
from query_optimizer.types import DjangoObjectType
