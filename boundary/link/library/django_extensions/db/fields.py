"""Which columns fill themselves?"""

from django.db import models


class AutoSlugField(models.SlugField):
    pass


class CreationDateTimeField(models.DateTimeField):
    pass


class ModificationDateTimeField(CreationDateTimeField):
    pass


class RandomCharField(models.CharField):
    pass
