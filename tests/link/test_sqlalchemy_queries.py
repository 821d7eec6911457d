"""What a query of SQLAlchemy says before it is asked, and what asks it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

CASES = {
    "a part of another that a function makes": """
def work(session: Session):
    part = sa.cte(select(Order.id), name="part")
    session.execute(select(part.c.id)).all()  #= read orders
""",
    "a part of another that writes": """
def work(session: Session):
    part = sa.cte(sa.update(Order).values(note=1).returning(Order.id))
    session.execute(select(part.c.id, sa.try_cast(Line.id, sa.Integer))).all()  #= read orders, read lines
    session.commit()  #> update orders
""",
    "a query that is fetched in pieces is still a query": """
def work(session: Session):
    query = session.query(Order).yield_per(100).enable_eagerloads(False)
    for order in query.filter(Order.note == 1):
        order.note = 2
    session.commit()  #> update orders, read orders
""",
    "a query that says so last": """
def work(session: Session):
    for line in session.query(Line).filter_by(order_id=1).yield_per(100).all():
        session.delete(line)
    session.commit()  #> delete lines, read lines
""",
    "a result that is fetched in pieces": """
def work(session: Session):
    for order in session.execute(select(Order)).yield_per(100).scalars():
        order.note = 2
    session.commit()  #> update orders
""",
    "a result in parts": """
def work(session: Session):
    for part in session.scalars(select(Order)).partitions(100):
        for order in part:
            order.note = 2
    session.commit()  #> update orders
""",
    "an object that a column points at is not asked for": """
def work(session: Session, order):
    session.query(Line).filter(Line.order == order).all()  #= read lines, no read orders
""",
    "whether there are rows that point at an object": """
def work(session: Session, order):
    session.scalar(select(exists().where(Line.order == order, Line.id > 1)))  #= read lines, no read orders
""",
    "whether there are none in a collection": """
def work(session: Session):
    session.query(Order).filter(Order.lines == None).all()  #= read orders, read lines
""",
    "a function of the database that is imported by its name": """
def work(session: Session):
    session.execute(select(count(Line.id))).scalar()  #= read lines
""",
    "a class under the name of a subquery": """
def work(session: Session):
    lately = union(select(Order), select(Order).join(Line)).subquery()
    session.scalars(select(aliased(Order, lately)))  #= read orders, read lines
""",
}


@pytest.mark.parametrize("case", CASES)
def test_a_query(case: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/services.py
import sqlalchemy as sa
from sqlalchemy import exists, select, union
from sqlalchemy.orm import aliased
from sqlalchemy.sql.functions import count
from shop.models import *
{CASES[case]}""")


def test_a_part_of_another_that_asks_no_table_is_no_blind_spot() -> None:
    scan = assert_touches(f"""{MODELS}
# file: shop/services.py
import sqlalchemy as sa
from shop.models import *
def work(session: Session):
    days = sa.cte(sa.select(sa.func.generate_series(1, 2).column_valued("day")))
    session.execute(sa.select(days.c.day))
    session.add(Tag())
    session.commit()  #> insert tags
""")
    assert not any(one.blind_spots for one in scan.transactions)


CONDITIONS = {
    "of a column of a class": "select(Order.id).where(Order.id.in_(asked))",
    "of a column of a table": "select(Order.id).where(links.c.order.in_(asked))",
    "of a join": "select(Order.id).join(links, and_(Order.id == links.c.order, links.c.tag.not_in(asked)))",
    "with something around it": "select(links.c.tag.label('tag'), Order.id).where(links.c.tag.in_(asked)).limit(3)",
}


@pytest.mark.parametrize("query", CONDITIONS.values(), ids=CONDITIONS)
def test_a_condition_with_a_subquery(query: str) -> None:
    linked = "" if query == CONDITIONS["of a column of a class"] else ", read links"
    assert_touches(f"""{MODELS}
# file: shop/app.py
from sqlalchemy import and_, select
from shop.models import Line, Order, Session, Tag, links
def work(session: Session, number):
    asked = select(Line.order_id).distinct().where(Line.id == number)
    session.execute({query})
    session.add(Tag())
    session.commit()  #> read lines, read orders, insert tags{linked}
""")
