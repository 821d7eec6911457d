"""In which table are extensions registered?"""

from django.db import models


class RegisteredExtension(models.Model):
    class_name = models.CharField(max_length=128, unique=True)
    name = models.CharField(max_length=32)
    enabled = models.BooleanField(default=False)
    installed = models.BooleanField(default=False)
    settings = models.JSONField(default=dict)

    class Meta:
        app_label = "extensions"
