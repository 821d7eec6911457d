"""What is handed to the resolvers of a schema that Django serves?"""

from django.http import HttpRequest
from strawberry import context


class StrawberryDjangoContext:
    request = __instance__(HttpRequest)
    response = __unknown__

    def __getitem__(self, key):
        return self.request

    def get(self, key, default=None):
        return self.request


class Info(context.Info):
    # The one that annotations name says what its context is made of; this one stands for those that do not.
    context = __instance__(StrawberryDjangoContext)
