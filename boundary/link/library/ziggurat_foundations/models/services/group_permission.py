"""What is GroupPermissionService?  It is in `kinds`."""

from ziggurat_foundations.models.services.kinds import GroupPermissionService
