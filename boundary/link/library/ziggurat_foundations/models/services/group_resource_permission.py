"""What is GroupResourcePermissionService?  It is in `kinds`."""

from ziggurat_foundations.models.services.kinds import GroupResourcePermissionService
