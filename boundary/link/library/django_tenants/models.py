"""What are a tenant and its domain?"""

from django.conf import settings
from django.db import models


class TenantMixin(models.Model):
    auto_drop_schema = False
    auto_create_schema = True
    schema_name = models.CharField(max_length=63, unique=True, db_index=True)

    class Meta:
        abstract = True

    def __enter__(self):
        pass

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def activate(self):
        pass

    @classmethod
    def deactivate(cls):
        pass

    def save(self, verbosity=1, *args, **kwargs):
        super().save(*args, **kwargs)

    def delete(self, force_drop=False, *args, **kwargs):
        return super().delete(*args, **kwargs)

    def get_primary_domain(self):
        return self.domains.get(is_primary=True)


class DomainMixin(models.Model):
    domain = models.CharField(max_length=253, unique=True, db_index=True)
    tenant = models.ForeignKey(settings.TENANT_MODEL, related_name="domains", on_delete=models.CASCADE)
    is_primary = models.BooleanField(default=True, db_index=True)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        others = self.__class__.objects.filter(tenant=self.tenant, is_primary=True).exclude(pk=self.pk)
        self.is_primary = self.is_primary or not others.exists()
        if self.is_primary:
            others.update(is_primary=False)
        super().save(*args, **kwargs)
