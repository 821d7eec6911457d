"""Classes that a program looks for among all that are mapped."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CLASSES = "".join(
    f"""
class Thing{number}(Base):
    __tablename__ = "things_{number}"
    id = sa.Column(sa.Integer, primary_key=True)
"""
    for number in range(30)
)
MODELS = f"""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import Session, declarative_base
Base = declarative_base()
Other = declarative_base()
{CLASSES}
class Stray(Other):
    __tablename__ = "things_7"
    id = sa.Column(sa.Integer, primary_key=True)
"""
FINDS = [
    """
    for mapper in Base.registry.mappers:
        cls = mapper.class_
        if hasattr(cls, "__table__"):
            if cls.__table__.fullname.lower() == name.lower():
                return cls
    return None
""",
    """
    for cls in Base._decl_class_registry.values():
        if hasattr(cls, "__tablename__") and cls.__tablename__ == name:
            return cls
""",
    """
    for mapper in Base.registry.mappers:
        table = mapper.local_table
        if table.name != name:
            continue
        return mapper.class_
""",
    """
    return next(mapper.class_ for mapper in Base.registry.mappers if mapper.class_.__tablename__ == name)
""",
    """
    for mapper in filter(lambda mapper: mapper.class_.__tablename__ == name, Base.registry.mappers):
        return mapper.class_
""",
    """
    for cls in map(lambda mapper: mapper.class_, Base.registry.mappers):
        if cls.__tablename__ == name:
            return cls
""",
    """
    for mapper in filter(None, Base.registry.mappers):
        if mapper.class_.__tablename__ == name:
            return mapper.class_
""",
    """
    return {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}[name]
""",
    """
    named = {cls.__tablename__: cls for cls in Base.__subclasses__() if cls is not Thing1}
    return named.get(name)
""",
    """
    return Thing1.registry._class_registry[name.replace("t", "T").replace("s_", "")]
""",
]


@pytest.mark.parametrize("body", FINDS)
def test_a_class_that_is_looked_for(body: str) -> None:
    assert_touches(f"""
def find(name):{body}
def work(session: Session):
    session.query(find("things_7")).delete()
    session.commit()  #> delete things_7
{MODELS}""")


def test_a_table_that_is_looked_for_by_its_full_name() -> None:
    assert_touches(f"""
def work(session: Session):
    for mapper in Base.registry.mappers:
        if mapper.mapped_table.fullname == "far.things":
            session.execute(sa.delete(mapper.class_))
    session.commit()  #> delete far.things
{MODELS}
class Far(Base):
    __table__ = sa.Table("things", Base.metadata, sa.Column("id", sa.Integer, primary_key=True), schema="far")
""")


def test_queries_that_sqlalchemy_filters_refines() -> None:
    assert_touches(f"""
from sqlalchemy_filters import apply_filters, apply_pagination, apply_sort
def work(session: Session, spec):
    query = apply_sort(apply_filters(session.query(Thing3), spec), spec)
    query, page = apply_pagination(query, page_number=1, page_size=10)  #= read things_3
    query.all()  #= read things_3
    for thing in query:
        thing.id = page.total_results
    session.commit()  #> update things_3
{MODELS}""")


def test_classes_that_a_listener_to_mappers_collects() -> None:
    assert_touches("""
# file: shop/kinds.py
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapper
class Base(DeclarativeBase):
    pass

class Archived:
    gone = sa.Column(sa.DateTime)

class Named:
    name = sa.Column(sa.String)

archived: set[type[Archived]] = set()
by_table = {}

@event.listens_for(Mapper, "mapper_configured")
def keep(_mapper, cls):
    if issubclass(cls, Archived):
        archived.add(cls)

def keep_named(mapper, cls):
    by_table[mapper.local_table.name] = cls

event.listen(Named, "instrument_class", keep_named, propagate=True)
# file: shop/models.py
from shop.kinds import *

class Order(Archived, Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)

class Line(Archived, Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)

class Tag(Named, Base):
    __tablename__ = "tags"
    id = sa.Column(sa.Integer, primary_key=True)
# file: shop/services.py
import sqlalchemy as sa
from sqlalchemy.orm import Session
from shop.kinds import archived, by_table

def clean(session: Session):
    for cls in archived:
        session.execute(sa.delete(cls).where(cls.gone.is_not(None)))
    session.commit()  #> delete orders, delete lines

def rename(session: Session, table: str):
    session.get(by_table[table], 1).name = "x"
    session.commit()  #> update tags
""")
