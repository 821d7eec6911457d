"""What is UserMixin?  It is in `mixins`."""

from ziggurat_foundations.models.mixins import UserMixin
