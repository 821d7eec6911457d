"""What is GroupResourcePermissionMixin?  It is in `mixins`."""

from ziggurat_foundations.models.mixins import GroupResourcePermissionMixin
