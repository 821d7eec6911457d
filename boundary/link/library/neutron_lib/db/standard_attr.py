"""What do Neutron's resources have in common?  A row of their own in one table, which is made and deleted with them."""

from neutron_lib.db.model_base import BASEV2
from sqlalchemy.orm.decl_api import declared_attr, relationship
from sqlalchemy.sql.core import Column, ForeignKey


class StandardAttribute(BASEV2):
    id = Column()
    resource_type = Column()
    description = Column()
    revision_number = Column()
    created_at = Column()
    updated_at = Column()

    def bump_revision(self):
        self.revision_number = __unknown__


class HasStandardAttributes:
    @declared_attr
    def standard_attr_id(cls):
        return Column(ForeignKey(StandardAttribute.id))

    @declared_attr
    def standard_attr(cls):
        return relationship(StandardAttribute, lazy="joined", cascade="all, delete-orphan", single_parent=True)

    def __init__(self, *args, description="", **kwargs):
        super().__init__(*args, **kwargs)
        self.standard_attr = StandardAttribute(resource_type=__unknown__, description=description)

    def bump_revision(self):
        self.standard_attr.bump_revision()
