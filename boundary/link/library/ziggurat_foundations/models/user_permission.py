"""What is UserPermissionMixin?  It is in `mixins`."""

from ziggurat_foundations.models.mixins import UserPermissionMixin
