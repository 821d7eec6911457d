"""What is ExternalIdentityMixin?  It is in `mixins`."""

from ziggurat_foundations.models.mixins import ExternalIdentityMixin
