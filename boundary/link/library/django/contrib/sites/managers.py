"""Which rows does a manager of the current site see?"""

from django.conf import settings
from django.db import models


class CurrentSiteManager(models.Manager):
    use_in_migrations = True

    def __init__(self, field_name=None):
        super().__init__()
        self.__field_name = field_name

    def get_queryset(self):
        return super().get_queryset().filter(**{"site__id": settings.SITE_ID})
