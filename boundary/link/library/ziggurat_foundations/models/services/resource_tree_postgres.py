"""What does the tree of resources do on PostgreSQL?  The same."""

from ziggurat_foundations.models.services.kinds import ResourceTreeService


class ResourceTreeServicePostgreSQL(ResourceTreeService):
    pass
