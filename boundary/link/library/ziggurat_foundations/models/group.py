"""What is GroupMixin?  It is in `mixins`."""

from ziggurat_foundations.models.mixins import GroupMixin
