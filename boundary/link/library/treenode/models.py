"""What does a tree write when a node is saved or deleted?  The places of other nodes, in its own table."""

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save


class TreeNodeModel(models.Model):
    tn_parent = models.ForeignKey(
        "self", related_name="tn_children", on_delete=models.CASCADE, blank=True, null=True
    )
    tn_priority = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        self.update_tree()

    def delete(self, using=None, keep_parents=False, cascade=True):
        if not cascade:
            self.get_children_queryset().update(tn_parent=None)
        self.__class__.objects.filter(pk=self.pk).delete()
        self.update_tree()

    @classmethod
    def delete_tree(cls):
        with transaction.atomic():
            cls.objects.all().delete()

    @classmethod
    def update_tree(cls):
        nodes = list(cls.objects.all())
        with transaction.atomic():
            cls.objects.bulk_update(nodes, fields=["tn_order"])

    @classmethod
    def get_roots(cls):
        return list(cls.get_roots_queryset())

    @classmethod
    def get_roots_queryset(cls):
        return cls.objects.filter(tn_parent=None)

    def get_ancestors(self):
        return list(self.get_ancestors_queryset())

    def get_ancestors_queryset(self):
        return self.__class__.objects.filter(pk__in=__unknown__)

    def get_children(self):
        return list(self.get_children_queryset())

    def get_children_queryset(self):
        return self.__class__.objects.filter(tn_parent=self.pk)

    def get_descendants(self):
        return list(self.get_descendants_queryset())

    def get_descendants_queryset(self):
        return self.__class__.objects.filter(pk__in=__unknown__)

    def get_parent(self):
        return self.tn_parent

    def set_parent(self, obj):
        self.tn_parent = obj
        self.save()

    def get_root(self):
        return self.__class__.objects.get(pk=__unknown__)

    def get_siblings(self):
        return list(self.get_siblings_queryset())

    def get_siblings_queryset(self):
        return self.__class__.objects.filter(tn_parent=self.tn_parent)
