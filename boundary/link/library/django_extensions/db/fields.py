"""Which columns fill themselves?"""

from django.db import models


class AutoSlugField(models.SlugField):
    def pre_save(self, model_instance, add):
        model_instance.__class__._default_manager.filter(slug=__unknown__).exists()
        return __unknown__


class CreationDateTimeField(models.DateTimeField):
    pass


class ModificationDateTimeField(CreationDateTimeField):
    pass


class RandomCharField(models.CharField):
    pass
