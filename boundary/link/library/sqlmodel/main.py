from sqlalchemy.orm.decl_api import Declarative, relationship
from sqlalchemy.sql.core import MetaData


class SQLModel(Declarative):
    @classmethod
    def model_validate(cls, obj, *args, **kwargs):
        return cls()

    from_orm = parse_obj = validate = model_validate

    def sqlmodel_update(self, obj, *args, **kwargs):
        setattr(self, __unknown__, __unknown__)


def Field(*args, **kwargs):
    pass


def Relationship(*args, **kwargs):
    pass
