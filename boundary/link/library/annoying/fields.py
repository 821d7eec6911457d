"""Which relation makes its row when it is asked for?"""

from django.db import models


class AutoOneToOneField(models.OneToOneField):
    pass
