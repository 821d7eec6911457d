"""What is Piccolo's admin made of?  Tables, or what says more of them; its routes are those of `piccolo_api`."""

from piccolo_api.crud.endpoints import PiccoloCRUD


class TableConfig:
    def __init__(self, table_class, **kwargs): ...


def create_admin(tables, **kwargs): ...
