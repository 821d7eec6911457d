"""What do settings that editors change read?  The row of a site, or the only one; it is made where there is none."""

from django.db import models
from wagtail.models import Site


class AbstractSetting(models.Model):
    class Meta:
        abstract = True


class BaseSiteSetting(AbstractSetting):
    site = models.OneToOneField(Site, unique=True, on_delete=models.CASCADE, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def for_request(cls, request):
        return cls.for_site(Site.find_for_request(request))

    @classmethod
    def for_site(cls, site):
        instance, _ = cls.objects.get_or_create(site=site)
        return instance


class BaseGenericSetting(AbstractSetting):
    class Meta:
        abstract = True

    @classmethod
    def load(cls, request_or_site=None):
        instance, _ = cls.objects.get_or_create()
        return instance


class BaseSetting(BaseSiteSetting):
    class Meta:
        abstract = True


def register_setting(model=None, **kwargs):
    if model is None:

        def decorator(cls):
            return cls

        return decorator
    return model
