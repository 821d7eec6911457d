"""Which relations keep their order?"""

from django.db import models


class SortedManyToManyField(models.ManyToManyField):
    def __init__(self, to, sorted=True, base_class=None, **kwargs):
        super().__init__(to, **kwargs)
