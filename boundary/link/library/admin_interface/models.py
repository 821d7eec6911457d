"""Which theme is shown?  The active one; where none is, one is made so, or made."""

from django.db import models


class ThemeQuerySet(models.QuerySet):
    def get_active(self):
        for theme in self.filter(active=True):
            return theme
        first = self.all().first()
        if first:
            first.set_active()
            return first
        return self.create()


class Theme(models.Model):
    name = models.CharField(max_length=50, unique=True)
    active = models.BooleanField(default=True)
    title = models.CharField(max_length=50, blank=True)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        app_label = "admin_interface"

    def set_active(self):
        self.active = True
        self.save()
