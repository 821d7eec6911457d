"""Which table holds the tokens?"""

from django.conf import settings
from django.db import models


class ResetPasswordToken(models.Model):
    id = models.AutoField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="password_reset_tokens", on_delete=models.CASCADE)
    created_at = models.DateTimeField(auto_now_add=True)
    key = models.CharField(max_length=64, unique=True)
    ip_address = models.GenericIPAddressField(null=True)
    user_agent = models.CharField(max_length=512)

    class Meta:
        app_label = "django_rest_passwordreset"


def get_password_reset_token_expiry_time():
    return __unknown__


def get_password_reset_lookup_field():
    return __unknown__


def clear_expired(expiry_time):
    ResetPasswordToken.objects.filter(created_at__lte=expiry_time).delete()
