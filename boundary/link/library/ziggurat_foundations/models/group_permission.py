"""What is GroupPermissionMixin?  It is in `mixins`."""

from ziggurat_foundations.models.mixins import GroupPermissionMixin
