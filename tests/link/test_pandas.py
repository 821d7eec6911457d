"""Frames of pandas that are written to tables, and made of them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

HEAD = """
import geopandas, pandas as pd, sqlite3
from sqlalchemy import create_engine, select
from shop.models import *
engine = create_engine("postgresql://")
"""
WRITTEN = {
    "with engine.begin() as c:  #> insert orders": 'frame.to_sql("orders", c, if_exists="append")',
    "with engine.begin() as c:  #> insert orders, insert tags": """
        pd.DataFrame([1]).groupby("a").agg("sum")["b"].to_frame().to_sql("orders", con=c)
        frame["x"] = frame["y"].apply(str)
        pd.concat([frame, frame[frame.x > 1].reset_index()]).to_sql(name="tags", con=c)""",
    "with engine.begin() as c:  #> insert orders, read lines, read tags": """
        rows = pd.read_sql("SELECT * FROM lines", c).merge(pd.read_sql_table("tags", c))
        store(rows, "orders", c)""",
    "with engine.begin() as c:  #> insert orders, read lines": """
        pd.read_sql(select(Line), c).pipe(store, "orders", c)""",
    "with engine.begin() as c:  #> insert orders, read details": """
        geopandas.read_postgis("SELECT * FROM details", c).to_crs(1)
        geopandas.GeoDataFrame([1]).to_postgis("orders", c)""",
}


@pytest.mark.parametrize(("block", "body"), WRITTEN.items(), ids=range(len(WRITTEN)))
def test_on_a_connection(block: str, body: str) -> None:
    assert_touches(f"""{HEAD}
def store(rows: pd.DataFrame, table, con):
    rows.to_sql(table, con)
def work(frame: pd.DataFrame):
    {block}
        {body}
{MODELS}""")


def test_an_engine_has_a_transaction_of_its_own() -> None:
    assert_touches(f"""{HEAD}
def work():
    frame = pd.read_csv("orders.csv")
    frame.to_sql("orders", engine)  #= insert orders
{MODELS}""")


def test_on_a_connection_of_a_driver() -> None:
    assert_touches("""# file: shop/services.py
import pandas as pd, sqlite3
def work(rows):
    connection = sqlite3.connect("shop")
    pd.DataFrame(rows).to_sql("orders", connection)
    connection.commit()  #> insert orders
""")
