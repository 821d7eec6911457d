"""What is handed to the resolvers of a schema that Django serves?"""

from django.http import HttpRequest


class Info:
    context = __instance__(HttpRequest)
