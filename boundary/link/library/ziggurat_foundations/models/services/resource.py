"""What is ResourceService?  It is in `kinds`."""

from ziggurat_foundations.models.services.kinds import ResourceService
