"""Who may do what with which pages?"""

from django.conf import settings
from django.contrib.auth.models import Group, User, UserManager
from django.contrib.sites.models import Site
from django.db import models

from cms.models.pagemodel import Page


class AbstractPagePermission(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, null=True)

    class Meta:
        abstract = True
        app_label = "cms"


class GlobalPagePermission(AbstractPagePermission):
    sites = models.ManyToManyField(Site)

    class Meta:
        app_label = "cms"


class PagePermission(AbstractPagePermission):
    page = models.ForeignKey(Page, on_delete=models.CASCADE, null=True)

    class Meta:
        app_label = "cms"


class PageUserManager(UserManager):
    pass


class PageUser(User):
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="created_users")
    objects = PageUserManager()

    class Meta:
        app_label = "cms"


class PageUserGroup(Group):
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="created_usergroups")

    class Meta:
        app_label = "cms"
