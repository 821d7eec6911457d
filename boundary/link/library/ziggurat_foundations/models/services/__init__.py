"""Where do ziggurat's services stand?  A module for each; what they do is in `kinds`."""

from ziggurat_foundations.models.services.kinds import BaseService
