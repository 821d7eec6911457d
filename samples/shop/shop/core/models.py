"""Abstract models that the apps build on. The app has no table of its own."""

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone


class TimeStamped(models.Model):
    """Knows when it was made and when it was last changed."""

    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
        get_latest_by = "created_at"


class Ordered(models.Model):
    """Has a place among its siblings."""

    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["position"]


class RetiringQuerySet(models.QuerySet):
    """Rows are retired, not deleted: old orders still point at them."""

    def live(self):
        return self.filter(retired_at__isnull=True)

    def retired(self):
        return self.filter(retired_at__isnull=False)

    def delete(self):
        return self.update(retired_at=timezone.now())

    def really_delete(self):
        return super().delete()


class Retiring(models.Model):
    """A model whose rows are retired instead of deleted."""

    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = RetiringQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_live(self):
        return self.retired_at is None

    def retire(self):
        self.retired_at = timezone.now()
        self.save(update_fields=["retired_at"])


class AppendOnlyQuerySet(models.QuerySet):
    """Rows are written once."""

    def update(self, **kwargs):
        raise PermissionDenied(f"{self.model._meta.verbose_name_plural} are append-only")

    def delete(self):
        raise PermissionDenied(f"{self.model._meta.verbose_name_plural} are append-only")


class AppendOnly(models.Model):
    """A row that is written once: ledgers, logs, movements."""

    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["recorded_at", "pk"]

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise PermissionDenied(f"{self._meta.verbose_name} is append-only")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise PermissionDenied(f"{self._meta.verbose_name} is append-only")
