"""What is a queryset, but for whether it remembers what it has read?"""

from mongoengine.queryset.base import BaseQuerySet


class QuerySet(BaseQuerySet):
    def no_cache(self):
        return self


class QuerySetNoCache(BaseQuerySet):
    def cache(self):
        return self
