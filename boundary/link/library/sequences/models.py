"""In which table are the sequences?"""

from django.db import models


class Sequence(models.Model):
    name = models.CharField(max_length=100, primary_key=True)

    class Meta:
        app_label = "sequences"
