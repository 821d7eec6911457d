"""Which table holds the second factors?"""

from django.conf import settings
from django.db import models


class Authenticator(models.Model):
    class Type(models.TextChoices):
        RECOVERY_CODES = "recovery_codes", "Recovery codes"
        TOTP = "totp", "TOTP Authenticator"
        WEBAUTHN = "webauthn", "WebAuthn"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    type = models.CharField(max_length=20)
    data = models.JSONField()

    class Meta:
        app_label = "mfa"

    def wrap(self):
        from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
        from allauth.mfa.totp.internal.auth import TOTP

        if __unknown__:
            return RecoveryCodes(self)
        return TOTP(self)

    def record_usage(self):
        self.save(update_fields=["last_used_at"])
