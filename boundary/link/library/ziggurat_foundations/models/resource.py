"""What is ResourceMixin?  It is in `mixins`."""

from ziggurat_foundations.models.mixins import ResourceMixin
