"""What does a delete write?  As its policy says: a date in the row, in the rows below it too, or none of it is left."""

from django.db import models
from django.utils import timezone
from safedelete.config import (
    HARD_DELETE,
    HARD_DELETE_NOCASCADE,
    NO_DELETE,
    SOFT_DELETE,
    SOFT_DELETE_CASCADE,
)
from safedelete.managers import SafeDeleteAllManager, SafeDeleteDeletedManager, SafeDeleteManager
from safedelete.signals import post_softdelete, post_undelete, pre_softdelete


class SafeDeleteModel(models.Model):
    _safedelete_policy = SOFT_DELETE

    deleted = models.DateTimeField(editable=False, null=True)
    deleted_by_cascade = models.BooleanField(editable=False, default=False)

    objects = SafeDeleteManager()
    all_objects = SafeDeleteAllManager()
    deleted_objects = SafeDeleteDeletedManager()

    class Meta:
        abstract = True

    def save(self, keep_deleted=False, **kwargs):
        super().save(**kwargs)
        if __unknown__:
            post_undelete.send(sender=self.__class__, instance=self)

    def undelete(self, force_policy=None, **kwargs):
        policy = force_policy or self._safedelete_policy
        self.save(keep_deleted=False, **kwargs)
        if policy == SOFT_DELETE_CASCADE:
            for each in __cascading__(self):
                if isinstance(each, SafeDeleteModel):
                    each.undelete(**kwargs)

    def delete(self, force_policy=None, **kwargs):
        policy = self._safedelete_policy if force_policy is None else force_policy
        if policy == SOFT_DELETE:
            return self.soft_delete_policy_action(**kwargs)
        if policy == HARD_DELETE:
            return self.hard_delete_policy_action(**kwargs)
        if policy == HARD_DELETE_NOCASCADE:
            return self.hard_delete_cascade_policy_action(**kwargs)
        if policy == SOFT_DELETE_CASCADE:
            return self.soft_delete_cascade_policy_action(**kwargs)

    def soft_delete_policy_action(self, **kwargs):
        self.deleted = timezone.now()
        pre_softdelete.send(sender=self.__class__, instance=self)
        self.save(keep_deleted=True, **kwargs)
        post_softdelete.send(sender=self.__class__, instance=self)

    def hard_delete_policy_action(self, **kwargs):
        return super().delete()

    def hard_delete_cascade_policy_action(self, **kwargs):
        if __unknown__:
            return self.soft_delete_policy_action(**kwargs)
        return self.hard_delete_policy_action(**kwargs)

    def soft_delete_cascade_policy_action(self, **kwargs):
        for each in __cascading__(self):
            if isinstance(each, SafeDeleteModel):
                each.delete(force_policy=SOFT_DELETE, **kwargs)
        self.soft_delete_policy_action(**kwargs)
        for each in __cleared__(self):
            each.save()


SafeDeleteMixin = SafeDeleteModel
