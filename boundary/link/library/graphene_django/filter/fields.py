"""How is a list narrowed by a filter set?"""

from graphene_django.fields import DjangoConnectionField


class DjangoFilterConnectionField(DjangoConnectionField):
    pass
