"""What does saving a cluster write? The object, then its children."""

from django.db import models


class ClusterableModel(models.Model):
    class Meta:
        abstract = True

    def save(self, update_fields=None, **kwargs):
        super().save(update_fields=update_fields, **kwargs)
        if update_fields is None:
            for child in __children__(self):
                if __unknown__:  # it is no longer among them
                    child.delete()
                else:
                    child.save()
            __commit_many__(self)

    def serializable_data(self):
        return {**__unknown__}

    def to_json(self, **kwargs):
        return __unknown__

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        return cls()

    @classmethod
    def from_json(cls, json_data, check_fks=True, strict_fks=False):
        return cls()

    def copy_child_relation(self, child_relation, target, commit=False, append=False):
        return {**__unknown__}

    def copy_all_child_relations(self, target, exclude=None, commit=False, append=False):
        return {**__unknown__}

    def copy_cluster(self, exclude_fields=None):
        return self.__class__()


def get_all_child_relations(model):
    return []


def get_all_child_m2m_relations(model):
    return []


def model_from_serializable_data(model, serializable_data, check_fks=True, strict_fks=False):
    return model()
