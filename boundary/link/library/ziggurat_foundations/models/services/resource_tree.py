"""What is ResourceTreeService?  It is in `kinds`."""

from ziggurat_foundations.models.services.kinds import ResourceTreeService
