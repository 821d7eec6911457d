"""Which names does `graphene_django.filter` offer?"""

from graphene_django.filter.fields import DjangoFilterConnectionField
