"""Which tables hold flags, switches and samples?  One that is missing is made where a setting says so."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from waffle.utils import get_cache


class BaseModel(models.Model):
    class Meta:
        abstract = True

    @classmethod
    def get(cls, name):
        get_cache().get(name)
        if __unknown__:
            get_cache().add(name, "")
            return cls(name=name)
        found = cls.objects.get(name=name)
        get_cache().add(name, found)
        return found

    @classmethod
    def get_all(cls):
        get_cache().get("all")
        found = list(cls.objects.all())
        get_cache().add("all", found)
        return found

    def make_missing(self, wanted):
        if wanted and not self.pk:
            made, _ = type(self).objects.get_or_create(name=self.name)
            get_cache().set(self.name, made)

    def flush(self):
        get_cache().delete_many([self.name, "all"])


class AbstractBaseFlag(BaseModel):
    name = models.CharField(max_length=100, unique=True)
    everyone = models.BooleanField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        abstract = True

    def is_active(self, request, read_only=False):
        self.make_missing(settings.WAFFLE_CREATE_MISSING_FLAGS)
        return self.is_active_for_user(request.user)

    def is_active_for_user(self, user):
        return __unknown__


class AbstractUserFlag(AbstractBaseFlag):
    groups = models.ManyToManyField(Group, blank=True)
    users = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True)

    class Meta(AbstractBaseFlag.Meta):
        abstract = True

    def is_active_for_user(self, user):
        get_cache().get(self.name)
        get_cache().add(self.name, self.users.values_list("pk", flat=True).first())
        get_cache().add(self.name, self.groups.values_list("pk", flat=True).first())
        user.groups.values_list("pk", flat=True).first()
        return __unknown__


class Flag(AbstractUserFlag):
    class Meta(AbstractUserFlag.Meta):
        abstract = False
        app_label = "waffle"


class AbstractBaseSwitch(BaseModel):
    name = models.CharField(max_length=100, unique=True)
    active = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    class Meta:
        abstract = True

    def is_active(self):
        self.make_missing(settings.WAFFLE_CREATE_MISSING_SWITCHES)
        return __unknown__


class Switch(AbstractBaseSwitch):
    class Meta(AbstractBaseSwitch.Meta):
        abstract = False
        app_label = "waffle"


class AbstractBaseSample(BaseModel):
    name = models.CharField(max_length=100, unique=True)
    percent = models.DecimalField(max_digits=4, decimal_places=1)
    note = models.TextField(blank=True)

    class Meta:
        abstract = True

    def is_active(self):
        self.make_missing(settings.WAFFLE_CREATE_MISSING_SAMPLES)
        return __unknown__


class Sample(AbstractBaseSample):
    class Meta(AbstractBaseSample.Meta):
        abstract = False
        app_label = "waffle"
