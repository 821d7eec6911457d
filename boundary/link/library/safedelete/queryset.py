"""What does a delete of many rows do?  Each row is deleted by itself."""

from django.db import models


class SafeDeleteQueryset(models.QuerySet):
    def all(self, force_visibility=None):
        return self

    def delete(self, force_policy=None):
        for each in self:
            each.delete(force_policy=force_policy)

    def undelete(self, force_policy=None):
        for each in self:
            each.undelete(force_policy=force_policy)
