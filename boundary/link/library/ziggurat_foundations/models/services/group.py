"""What is GroupService?  It is in `kinds`."""

from ziggurat_foundations.models.services.kinds import GroupService
