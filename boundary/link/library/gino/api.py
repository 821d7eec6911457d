"""What does GINO's object hold?  All names of SQLAlchemy (a hook), a base for models, and what executes."""

from gino.crud import CRUDModel
from gino.engine import Executing, GinoEngine
from sqlalchemy.sql.core import MetaData


class Gino(MetaData, Executing):
    bind = GinoEngine()

    def __await__(self):
        return self

    async def set_bind(self, bind, **kwargs):
        return GinoEngine()

    def pop_bind(self):
        return GinoEngine()

    def with_bind(self, bind, **kwargs):
        return GinoEngine()

    def init_app(self, app): ...


class GinoExecutor:
    """What executes the statement that it is an attribute of."""

    def timeout(self, timeout):
        return self

    def return_model(self, switch):
        return self


class SchemaVisitor:
    async def create_all(self, *args, **kwargs): ...

    async def drop_all(self, *args, **kwargs): ...

    async def create(self, *args, **kwargs): ...

    async def drop(self, *args, **kwargs): ...
