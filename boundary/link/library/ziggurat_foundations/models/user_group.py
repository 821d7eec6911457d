"""What is UserGroupMixin?  It is in `mixins`."""

from ziggurat_foundations.models.mixins import UserGroupMixin
