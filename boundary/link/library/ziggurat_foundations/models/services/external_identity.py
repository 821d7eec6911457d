"""What is ExternalIdentityService?  It is in `kinds`."""

from ziggurat_foundations.models.services.kinds import ExternalIdentityService
