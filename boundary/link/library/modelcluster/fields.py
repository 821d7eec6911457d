"""Which relations hold the children?"""

from django.db import models
from taggit.managers import TaggableManager


class ParentalKey(models.ForeignKey):
    pass


class ParentalManyToManyField(models.ManyToManyField):
    pass
