"""What is UserPermissionService?  It is in `kinds`."""

from ziggurat_foundations.models.services.kinds import UserPermissionService
