"""Which table holds the log?"""

from django.conf import settings
from django.db import models


class APIRequestLog(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True)
    requested_at = models.DateTimeField(db_index=True)
    path = models.CharField(max_length=200, db_index=True)
    status_code = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        app_label = "rest_framework_tracking"
