"""Tables by their names: of a list of names, of what classes say of theirs, of one that may be either."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

NAMED = {
    '[model.__tablename__ for model in ROOTS] + ["things", "logs"]': "orders lines things logs",
    "[model.__tablename__ for model in ROOTS]": "orders lines",
    "[model.__tablename__ for model in MANY]": "orders lines " + " ".join(f"many_{one}" for one in range(20)),
}


@pytest.mark.parametrize("names", NAMED)
def test_tables_of_a_list_of_names(names: str) -> None:
    written = ", ".join(f"update {one}" for one in NAMED[names].split())
    many = "\n".join(f'class Many{one}(Thing): __tablename__ = "many_{one}"' for one in range(20))
    assert_touches(f"""
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base
Base = declarative_base()
class Thing(Base):
    __abstract__ = True
    id = sa.Column(sa.Integer, primary_key=True)
class Order(Thing): __tablename__ = "orders"
class Line(Thing): __tablename__ = "lines"
{many}
ROOTS = [Order, Line]
MANY = [Order, Line, {", ".join(f"Many{one}" for one in range(20))}]
NAMES = {names}

def table_of(connection, name):
    return sa.Table(name, sa.MetaData(), autoload_with=connection)

def work(engine):
    with engine.begin() as connection:  #> {written}
        for name in NAMES:
            connection.execute(table_of(connection, name).update().values(total=1))
""")


def test_a_table_by_a_name_that_may_be_either() -> None:
    assert_touches("""
import sqlalchemy as sa

def work(engine, flag):
    with engine.begin() as connection:  #> update orders, update lines
        name = "orders" if flag else "lines"
        table = sa.Table(name, sa.MetaData(), autoload_with=connection)
        connection.execute(table.update().values(total=1))
""")
