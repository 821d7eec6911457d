"""What do Neutron's models inherit from?  A table is called after its class."""

from oslo_db.sqlalchemy.models import ModelBase
from sqlalchemy.orm.decl_api import DeclarativeBase, declared_attr
from sqlalchemy.sql.core import Column


class HasProject:
    project_id = Column()


class HasProjectNoIndex(HasProject):
    pass


class HasProjectPrimaryKey(HasProject):
    pass


class HasProjectPrimaryUniqueKey(HasProject):
    pass


class HasId:
    id = Column()


class HasStatusDescription:
    status = Column()
    status_description = Column()


class NeutronBaseV2(ModelBase):
    @declared_attr
    def __tablename__(cls):
        return cls.__name__.lower() + "s"


class BASEV2(DeclarativeBase, NeutronBaseV2):
    pass
