"""Which names does `graphene_django_extensions` offer that call back?"""

from graphene_django_extensions.bases import CreateMutation, DeleteMutation, DjangoMutation, DjangoNode, UpdateMutation
from graphene_django_extensions.serializers import NestingModelSerializer
