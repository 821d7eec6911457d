from pydantic import BaseModel
from sqlalchemy.orm.decl_api import Declarative, relationship
from sqlalchemy.sql.core import MetaData


class SQLModel(Declarative, BaseModel):
    def sqlmodel_update(self, obj, *args, **kwargs):
        setattr(self, __unknown__, __unknown__)


def Field(*args, **kwargs):
    pass


def Relationship(*args, **kwargs):
    pass
