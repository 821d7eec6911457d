"""What is handed to the resolvers of a schema that Django serves?"""

from django.http import HttpRequest
from graphene.types.definitions import ResolveInfo


class Info(ResolveInfo):
    context = __instance__(HttpRequest)
