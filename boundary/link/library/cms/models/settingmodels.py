"""What does the toolbar keep of each user?"""

from django.conf import settings
from django.db import models


class UserSettings(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="djangocms_usersettings")
    clipboard = models.ForeignKey("cms.Placeholder", on_delete=models.CASCADE, null=True)

    class Meta:
        app_label = "cms"
