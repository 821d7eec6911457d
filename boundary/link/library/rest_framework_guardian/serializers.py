"""Which permissions does a serializer give on what it saves?"""

from django.contrib.auth.models import Group
from django.db import transaction
from guardian.shortcuts import assign_perm
from rest_framework.serializers import Serializer


class ObjectPermissionsAssignmentMixin(Serializer):
    def save(self, **kwargs):
        result = super().save(**kwargs)
        self.assign_permissions(self.get_permissions_map(__unknown__))
        return result

    def get_permissions_map(self, created):
        raise NotImplementedError

    def assign_permissions(self, permissions_map):
        saved = self._saved
        if saved is None:
            return
        with transaction.atomic():
            for permission, assignees in permissions_map.items():
                for user_or_group in assignees:
                    assign_perm(permission, user_or_group, saved)
