"""What is UserResourcePermissionMixin?  It is in `mixins`."""

from ziggurat_foundations.models.mixins import UserResourcePermissionMixin
