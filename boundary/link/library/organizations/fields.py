"""Which columns have all models of organizations?"""

from django.db import models


class AutoCreatedField(models.DateTimeField):
    pass


class AutoLastModifiedField(AutoCreatedField):
    pass


class SlugField(models.SlugField):
    def pre_save(self, model_instance, add):
        self.model._default_manager.all().exists()
