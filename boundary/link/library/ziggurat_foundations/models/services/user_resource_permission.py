"""What is UserResourcePermissionService?  It is in `kinds`."""

from ziggurat_foundations.models.services.kinds import UserResourcePermissionService
