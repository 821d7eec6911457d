"""Which tables hold the trees and their items?  Projects derive from the bases where they have models of their own."""

from django.contrib.auth.models import Permission
from django.db import models
from sitetree.settings import MODEL_TREE


class TreeBase(models.Model):
    title = models.CharField(max_length=100, blank=True)
    alias = models.CharField(max_length=80, unique=True)

    class Meta:
        abstract = True


class TreeItemBase(models.Model):
    title = models.CharField(max_length=100)
    hint = models.CharField(max_length=200, blank=True)
    url = models.CharField(max_length=200)
    urlaspattern = models.BooleanField(default=False)
    tree = models.ForeignKey(MODEL_TREE, related_name="%(class)s_tree", on_delete=models.CASCADE)
    hidden = models.BooleanField(default=False)
    alias = models.CharField(max_length=80, blank=True, null=True)
    description = models.TextField(blank=True)
    inmenu = models.BooleanField(default=True)
    inbreadcrumbs = models.BooleanField(default=True)
    insitetree = models.BooleanField(default=True)
    access_loggedin = models.BooleanField(default=False)
    access_guest = models.BooleanField(default=False)
    access_restricted = models.BooleanField(default=False)
    access_permissions = models.ManyToManyField(Permission, blank=True)
    parent = models.ForeignKey("self", related_name="%(class)s_parent", null=True, on_delete=models.CASCADE)
    sort_order = models.IntegerField(default=0)

    class Meta:
        abstract = True

    def save(self, force_insert=False, force_update=False, **kwargs):
        super().save(force_insert, force_update, **kwargs)
        if self.sort_order == 0:
            self.sort_order = self.id
            self.save()


class Tree(TreeBase):
    class Meta(TreeBase.Meta):
        app_label = "sitetree"


class TreeItem(TreeItemBase):
    class Meta(TreeItemBase.Meta):
        app_label = "sitetree"
