"""Which tables hold applications, grants and tokens?  Those of the models that the settings name, else the toolkit's."""

from django.apps import apps
from django.conf import settings
from django.db import models, transaction

SAID = getattr(settings, "OAUTH2_PROVIDER", {})


def named(key, default):
    if key in SAID:
        return SAID[key]
    return getattr(settings, f"OAUTH2_PROVIDER_{key}", default)


APPLICATION = named("APPLICATION_MODEL", "oauth2_provider.Application")
GRANT = named("GRANT_MODEL", "oauth2_provider.Grant")
ACCESS_TOKEN = named("ACCESS_TOKEN_MODEL", "oauth2_provider.AccessToken")
REFRESH_TOKEN = named("REFRESH_TOKEN_MODEL", "oauth2_provider.RefreshToken")
ID_TOKEN = named("ID_TOKEN_MODEL", "oauth2_provider.IDToken")


class AbstractApplication(models.Model):
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="%(app_label)s_%(class)s", null=True, on_delete=models.CASCADE
    )

    class Meta:
        abstract = True


class ApplicationManager(models.Manager):
    def get_by_natural_key(self, client_id):
        return self.get(client_id=client_id)


class Application(AbstractApplication):
    objects = ApplicationManager()

    class Meta:
        app_label = "oauth2_provider"
        swappable = "OAUTH2_PROVIDER_APPLICATION_MODEL"


class AbstractGrant(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="%(app_label)s_%(class)s", on_delete=models.CASCADE)
    application = models.ForeignKey(APPLICATION, on_delete=models.CASCADE)

    class Meta:
        abstract = True


class Grant(AbstractGrant):
    class Meta:
        app_label = "oauth2_provider"
        swappable = "OAUTH2_PROVIDER_GRANT_MODEL"


class AbstractAccessToken(models.Model):
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="%(app_label)s_%(class)s", null=True, on_delete=models.CASCADE
    )
    source_refresh_token = models.OneToOneField(
        REFRESH_TOKEN, related_name="refreshed_access_token", null=True, on_delete=models.SET_NULL
    )
    id_token = models.OneToOneField(ID_TOKEN, related_name="access_token", null=True, on_delete=models.CASCADE)
    application = models.ForeignKey(APPLICATION, null=True, on_delete=models.CASCADE)

    class Meta:
        abstract = True

    def revoke(self):
        self.delete()


class AccessToken(AbstractAccessToken):
    class Meta:
        app_label = "oauth2_provider"
        swappable = "OAUTH2_PROVIDER_ACCESS_TOKEN_MODEL"


class AbstractRefreshToken(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="%(app_label)s_%(class)s", on_delete=models.CASCADE)
    application = models.ForeignKey(APPLICATION, on_delete=models.CASCADE)
    access_token = models.OneToOneField(
        ACCESS_TOKEN, related_name="refresh_token", null=True, on_delete=models.SET_NULL
    )

    class Meta:
        abstract = True

    def revoke(self):
        with transaction.atomic():
            get_refresh_token_model().objects.select_for_update().filter(pk=self.pk).first()
            get_access_token_model().objects.get(pk=self.access_token_id).revoke()
            self.save()


class RefreshToken(AbstractRefreshToken):
    class Meta:
        app_label = "oauth2_provider"
        swappable = "OAUTH2_PROVIDER_REFRESH_TOKEN_MODEL"


class AbstractIDToken(models.Model):
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="%(app_label)s_%(class)s", null=True, on_delete=models.CASCADE
    )
    application = models.ForeignKey(APPLICATION, null=True, on_delete=models.CASCADE)

    class Meta:
        abstract = True

    def revoke(self):
        self.delete()


class IDToken(AbstractIDToken):
    class Meta:
        app_label = "oauth2_provider"
        swappable = "OAUTH2_PROVIDER_ID_TOKEN_MODEL"


def get_application_model():
    return apps.get_model(APPLICATION)


def get_grant_model():
    return apps.get_model(GRANT)


def get_access_token_model():
    return apps.get_model(ACCESS_TOKEN)


def get_refresh_token_model():
    return apps.get_model(REFRESH_TOKEN)


def get_id_token_model():
    return apps.get_model(ID_TOKEN)


def clear_expired():
    with transaction.atomic():
        get_refresh_token_model().objects.filter(revoked__lt=__unknown__).delete()
    get_access_token_model().objects.filter(expires__lt=__unknown__).delete()
    get_id_token_model().objects.filter(expires__lt=__unknown__).delete()
    get_grant_model().objects.filter(expires__lt=__unknown__).delete()
