"""What is UserService?  It is in `kinds`."""

from ziggurat_foundations.models.services.kinds import UserService
