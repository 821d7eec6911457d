"""Which relations do trees use? Django's."""

from django.db import models


class TreeForeignKey(models.ForeignKey):
    pass


class TreeOneToOneField(models.OneToOneField):
    pass


class TreeManyToManyField(models.ManyToManyField):
    pass
