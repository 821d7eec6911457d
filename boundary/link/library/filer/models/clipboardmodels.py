"""What has a user put aside?"""

from django.conf import settings
from django.db import models


class Clipboard(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="filer_clipboards", on_delete=models.CASCADE)
    files = models.ManyToManyField("filer.File", related_name="in_clipboards", through="filer.ClipboardItem")

    class Meta:
        app_label = "filer"


class ClipboardItem(models.Model):
    file = models.ForeignKey("filer.File", on_delete=models.CASCADE)
    clipboard = models.ForeignKey(Clipboard, on_delete=models.CASCADE)

    class Meta:
        app_label = "filer"
