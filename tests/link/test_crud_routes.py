"""Routes that libraries serve for a table by themselves."""

from __future__ import annotations

import pytest

from tests.link.linking import divide, linked

PICCOLO = """
# file: shop/models.py
from piccolo.table import Table
class Task(Table):
    pass
class Movie(Table):
    pass
# file: shop/app.py
from shop.models import *
from piccolo_api.crud.endpoints import PiccoloCRUD
from piccolo_admin.endpoints import TableConfig, create_admin
from piccolo.conf.apps import AppConfig, table_finder
APP_CONFIG = AppConfig("shop", table_classes=table_finder(["shop.models"]))
OTHER = AppConfig("other", table_classes=[])
"""
ORMAR = """
# file: shop/models.py
import ormar
class Task(ormar.Model):
    ormar_config = ormar.OrmarConfig()
    id = ormar.Integer(primary_key=True)
# file: shop/app.py
from shop.models import *
from fastapi import FastAPI
from fastapi_crudrouter import OrmarCRUDRouter
app = FastAPI()
"""
GINO = """
# file: shop/models.py
from gino import Gino
db = Gino()
class Task(db.Model):
    __tablename__ = "task"
    id = db.Column(db.Integer(), primary_key=True)
# file: shop/app.py
from shop.models import *
from fastapi_crudrouter import GinoCRUDRouter
"""
TORTOISE = """
# file: shop/models.py
from tortoise.models import Model
class Task(Model):
    pass
# file: shop/app.py
from shop.models import *
from fastapi_crudrouter import TortoiseCRUDRouter
"""


@pytest.mark.parametrize(
    ("source", "made", "reached"),
    [
        (PICCOLO, "PiccoloCRUD(table=Task)", "read task"),
        (PICCOLO, "PiccoloCRUD(Task, read_only=False)", "read task, insert task, update task, delete task"),
        (PICCOLO, "create_admin([TableConfig(Task)])", "read task, insert task, update task, delete task"),
        (PICCOLO, "create_admin(tables=[Movie])", "read movie, insert movie, update movie, delete movie"),
        (PICCOLO, "create_admin(APP_CONFIG.table_classes)",
         "read task, insert task, update task, delete task, read movie, insert movie, update movie, delete movie"),
        (PICCOLO, "create_admin([TableConfig(one) for one in table_finder(['shop.models'])][:9])",
         "read task, insert task, update task, delete task, read movie, insert movie, update movie, delete movie"),
        (PICCOLO, "create_admin(table_finder(modules=['shop.app'], exclude_imported=True))", ""),
        (ORMAR, "OrmarCRUDRouter(schema=Task)", "read tasks, insert tasks, update tasks, delete tasks"),
        (ORMAR, "OrmarCRUDRouter(schema=Task, delete_all_route=False, delete_one_route=False)",
         "read tasks, insert tasks, update tasks"),
        (GINO, "GinoCRUDRouter(schema=None, db_model=Task)", "read task, insert task, update task, delete task"),
        (TORTOISE, "TortoiseCRUDRouter(schema=None, db_model=Task)",
         "read task, insert task, update task, delete task"),
    ],
)  # fmt: skip
def test_what_the_routes_of_a_table_reach(source: str, made: str, reached: str) -> None:
    scan = linked(divide(f"{source}\nrouter = {made}\n"))
    found = {f"{one.op} {one.table}" for entry in scan.entry_points for one in entry.reaches}
    assert found == set(filter(None, reached.split(", ")))
    assert {entry.file for entry in scan.entry_points} <= {"shop/models.py"}


def test_each_of_them_is_one_for_a_table() -> None:
    scan = linked(divide(f"{PICCOLO}\ncreate_admin([Task, TableConfig(Movie)])\n"))
    names = {entry.name for entry in scan.entry_points}
    assert {"task/post_single", "movie/post_single"} <= names
    (insert,) = [one for one in scan.entry_points if one.name == "movie/post_single"]
    assert [(one.op, one.table) for one in insert.reaches] == [("insert", "movie")]
