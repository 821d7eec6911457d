"""Which tables do mapped classes have, in all the styles in which they are written?"""

from __future__ import annotations

import pytest

from boundary.link.program import link
from tests.link.linking import assert_tables, assert_touches, divide, read

BASES = {
    "declarative_base": "from sqlalchemy.orm import declarative_base\nBase = declarative_base()\n",
    "ext.declarative": "from sqlalchemy.ext.declarative import declarative_base\nBase = declarative_base(name='X')\n",
    "DeclarativeBase": "from sqlalchemy.orm import DeclarativeBase\nclass Base(DeclarativeBase):\n    pass\n",
    "dataclass": "from sqlalchemy.orm import DeclarativeBase, MappedAsDataclass\n"
    "class Base(MappedAsDataclass, DeclarativeBase):\n    pass\n",
    "registry": "from sqlalchemy.orm import registry\nBase = registry().generate_base()\n",
    "as_declarative": "from sqlalchemy.orm import as_declarative\n@as_declarative()\nclass Base:\n    pass\n",
    "as_declarative with the metadata of another": "from sqlalchemy.orm import as_declarative, declarative_base\n"
    "First = declarative_base()\n@as_declarative(metadata=First.metadata)\nclass Base:\n    pass\n",
    "as_declarative in a function": "from sqlalchemy.orm import as_declarative, declarative_base\n"
    "def make():\n    @as_declarative(metadata=First.metadata)\n    class Made: ...\n    return Made\n"
    "First = declarative_base()\nBase = make()\n",
    "mixin": "from sqlalchemy.orm import declarative_base\n"
    "class Mixin:\n    x = 1\nBase = declarative_base(cls=Mixin)\n",
    "flask": "from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy()\nBase = db.Model\n",
    "unread": "from company.database import Base\nimport sqlalchemy\n",
}
ORDER = """
import sqlalchemy as sa
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
"""


@pytest.mark.parametrize("base", BASES)
def test_every_kind_of_base(base: str) -> None:
    assert_tables("# file: shop/models.py\n" + BASES[base] + ORDER, "orders")


@pytest.mark.parametrize("base", BASES)
def test_new_rows_of_every_kind_of_base(base: str) -> None:
    assert_touches(f"""
# file: shop/models.py
{BASES[base]}{ORDER}
    lines = sa.orm.relationship("Line")
class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))
# file: shop/services.py
from sqlalchemy.orm import Session
from shop.models import Line, Order
def line(session, number):
    return session.get(Line, number) or Line()
def work(session: Session):
    session.get(Order, 1).lines.append(line(session, 1))
    session.commit()  #> insert lines, update lines
""")


def test_a_class_that_a_registry_maps() -> None:
    assert_tables(
        """
# file: shop/models.py
from sqlalchemy.orm import registry, Mapped, mapped_column
mapper_registry = registry()

@mapper_registry.mapped
class Order:
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
""",
        "orders",
    )


def test_classical_mappings() -> None:
    assert_touches(
        """
# file: shop/orm.py
from sqlalchemy import Table, Column, Integer, ForeignKey, MetaData
from sqlalchemy.orm import mapper, registry, relationship
from shop import model

metadata = MetaData()
orders = Table("orders", metadata, Column("id", Integer, primary_key=True), Column("total", Integer))
lines = Table("order_lines", metadata, Column("order", ForeignKey("orders.id")))

def start_mappers():
    lines_mapper = mapper(model.Line, lines)
    registry().map_imperatively(model.Order, orders, properties={"lines": relationship(lines_mapper)})

# file: shop/model.py
class Order:
    def __init__(self, total):
        self.total = total

class Line:
    pass

# file: shop/services.py
from shop.model import Order, Line

def place(session):
    session.add(Order(3))
    session.add(Line())
    session.commit()  #> insert orders, insert order_lines

def correct(session):
    order = session.query(Order).one()
    order.total = 4
    session.commit()  #> update orders, read orders
"""
    )


@pytest.mark.parametrize(
    ("body", "table"),
    [
        ("    @declared_attr\n    def __tablename__(cls):\n        return cls.__name__.lower()", "orderline"),
        (
            "    @declared_attr.directive\n    def __tablename__(cls) -> str:\n        return 'x_' + cls.__name__",
            "x_OrderLine",
        ),
        ("    @declared_attr\n    def __tablename__(cls):\n        return snake(cls.__name__)", "order_line"),
        ("    @declared_attr\n    def __tablename__(cls):\n        return f'{cls.__name__.lower()}s'", "orderlines"),
        ("    @declared_attr\n    def __tablename__(cls):\n        return f'x_{snake(cls.__name__)}'", "x_order_line"),
        (
            "    @declared_attr\n    def __tablename__(cls):\n        return '{}s'.format(snake(cls.__name__))",
            "order_lines",
        ),
    ],
)
def test_names_that_a_base_computes(body: str, table: str) -> None:
    assert_tables(
        f"""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, declared_attr
from company import snake
class Base(DeclarativeBase):
{body}
class OrderLine(Base):
    id = sa.Column(sa.Integer, primary_key=True)
""",
        table,
    )


def test_names_that_flask_gives() -> None:
    assert_tables(
        """
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()

class Model(db.Model):
    __abstract__ = True

class OrderLine(Model):
    id = db.Column(db.Integer, primary_key=True)

class HTTPRequest(db.Model):
    id: Mapped[int]

class Special(OrderLine):
    extra = db.Column(db.Integer)

class Wide(OrderLine):
    id = db.Column(db.ForeignKey("order_line.id"), primary_key=True)
""",
        "order_line",
        "http_request",
        "wide",
    )


def test_sqlmodel() -> None:
    assert_tables(
        """
# file: shop/models.py
from sqlmodel import SQLModel, Field

class OrderBase(SQLModel):
    total: int

class Order(OrderBase, table=True):
    id: int = Field(primary_key=True)

class OrderLine(SQLModel, table=True):
    __tablename__ = "lines"
    order_id: int = Field(foreign_key="order.id")
""",
        "order",
        "lines",
    )


def test_a_mixin_that_only_promises_a_name_gives_none() -> None:
    assert_tables(
        """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase

class Base(DeclarativeBase):
    pass

class Named:
    __tablename__: str
    id = sa.Column(sa.Integer, primary_key=True)

class Kept(Named, Base):
    pass

class Order(Kept):
    __tablename__ = "orders"
""",
        "orders",
    )


def test_schemas_and_keys() -> None:
    scan = link(
        read(
            divide(
                """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base
Base = declarative_base(metadata=sa.MetaData(schema="shop"))

class Order(Base):
    __tablename__ = "orders"
    __table_args__ = (sa.Index("x"), {"schema": "sales"})
    id = sa.Column(sa.Integer, primary_key=True)

class Line(Base):
    __tablename__ = "lines"
    __table_args__ = {"schema": "sales"}
    order_id = sa.Column(sa.ForeignKey("sales.orders.id", ondelete="CASCADE"))
    tag_id = sa.Column(sa.ForeignKey(Order.id))
"""
            )
        )
    )
    assert [(one.name, one.schema) for one in scan.tables if one.file] == [
        ("sales.lines", "sales"),
        ("sales.orders", "sales"),
    ]
    keys = [(one.from_, one.column, one.to, one.on_delete) for one in scan.foreign_keys]
    assert keys == [
        ("sales.lines", "order_id", "sales.orders", "CASCADE"),
        ("sales.lines", "tag_id", "sales.orders", None),
    ]


INHERITANCE = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base
Base = declarative_base()

class Person(Base):
    __tablename__ = "people"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)

class Customer(Person):
    __tablename__ = "customers"
    id = sa.Column(sa.ForeignKey("people.id"), primary_key=True)
    points = sa.Column(sa.Integer)

class Guest(Person):
    email = sa.Column(sa.String)

# file: shop/services.py
from shop.models import *

def join(session):
    session.add(Customer(name="x"))
    session.commit()  #> insert customers, insert people

def rename(session):
    customer = session.get(Customer, 1)
    customer.name = "y"
    session.commit()  #> update people, read customers, read people

def reward(session):
    customer = session.query(Customer).first()
    customer.points += 1
    session.commit()  #> update customers

def visit(session):
    session.add(Guest(email="x"))
    session.commit()  #> insert people

def leave(session):
    session.delete(session.get(Customer, 1))
    session.commit()  #> delete customers, delete people
"""


def test_inheritance() -> None:
    assert_touches(INHERITANCE)
    assert_tables(INHERITANCE, "people", "customers")


def test_a_foreign_key_names_the_schema_that_its_class_computes() -> None:
    assert_touches("""
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.ext.declarative import declared_attr
db = SQLAlchemy()

def auto_table_args(cls, **extra):
    positional, named = [], {}
    for name in dir(cls):
        value = getattr(cls, name)
        if isinstance(value, dict):
            named.update(value)
        elif isinstance(value, tuple):
            positional.extend(value)
    named.update(extra)
    return (*positional, named)

class Event(db.Model):
    __tablename__ = "events"
    @declared_attr
    def __table_args__(cls):
        return auto_table_args(cls)
    id = db.Column(db.Integer, primary_key=True)

    @classmethod
    def get(cls, id):
        return cls.query.filter_by(id=id).first()

class Type(db.Model):
    __tablename__ = "types"
    @declared_attr
    def __table_args__(cls):
        return (db.Index("ix_types", cls.event_id, db.func.lower(cls.name), unique=True), {"schema": "events"})
    id = db.Column(db.Integer, primary_key=True)
    event_id = db.Column(db.Integer, db.ForeignKey("events.events.id"), nullable=False)
    name = db.Column(db.String)
    event = db.relationship("Event", lazy=True, backref=db.backref("types", cascade="all, delete-orphan", lazy=True))

# file: shop/services.py
from shop.models import *

def add(id):
    event = Event.get(id)
    event.types.append(Type())
    db.session.commit()  #> insert events.types

def sort(id, order):
    event = Event.get(id)
    types = {one.id: one for one in event.types}
    for position, one in enumerate(order):
        types[one].name = position
    db.session.commit()  #> update events.types
""")


MAPPED = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, class_mapper
class Base(DeclarativeBase):
    pass
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
class Gift(Order):
    __tablename__ = "gifts"
    id = sa.Column(sa.ForeignKey("orders.id"), primary_key=True)
class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)
def kind(name):
    return {kinds}[name]
# file: shop/services.py
import sqlalchemy as sa
from shop.models import Order, kind
def make(session: sa.orm.Session, name):
    session.add(kind(name)())
    session.commit()  #> {writes}
"""


@pytest.mark.parametrize(
    "kinds",
    [
        "{x.polymorphic_identity: x.class_ for x in Order.__mapper__.self_and_descendants}",
        "{name: one.class_ for name, one in sa.inspect(Order).polymorphic_map.items()}",
        "{x.polymorphic_identity: x.entity for x in class_mapper(Gift).base_mapper.self_and_descendants}",
    ],
)
def test_classes_that_a_mapper_knows(kinds: str) -> None:
    assert_touches(MAPPED.replace("{kinds}", kinds).replace("{writes}", "insert orders, insert gifts"))


def test_an_attribute_of_any_name_may_be_of_another_table_of_the_row() -> None:
    assert_touches(f"""{INHERITANCE}
def change(session, values, kind):
    person = session.query(kind).first()
    for name, value in values.items():
        setattr(person, name, value)
    session.commit()  #> update people, update customers
def change_person(session, values):
    change(session, values, Person)
def change_customer(session, values):
    change(session, values, Customer)
""")


def test_a_flask_model_without_a_key_lives_in_the_table_of_its_parent() -> None:
    assert_tables(
        """
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()
class User(db.Model):
    __tablename__ = "users"
    id = db.Column(db.Integer, primary_key=True)
class Admin(User):
    __tablename__ = "admins"
class Guest(User):
    __tablename__ = "guests"
    id = db.Column(None, db.ForeignKey("users.id"), primary_key=True)
""",
        "users",
        "guests",
    )


def test_the_class_above() -> None:
    assert_touches(
        MAPPED.replace("{kinds}", "[class_mapper(Gift).inherits.class_]").replace("{writes}", "insert orders")
    )


@pytest.mark.parametrize(
    "constraint",
    [
        'sa.ForeignKeyConstraint(["shop", "name"], ["orders.shop", "orders.name"])',
        'sa.ForeignKeyConstraint(["shop"], ["orders.shop"], ondelete="CASCADE")',
        'sa.PrimaryKeyConstraint("id"), sa.ForeignKeyConstraint(["name"], [Order.name])',
    ],
)
def test_a_foreign_key_of_several_columns_says_which_way_a_relationship_leads(constraint: str) -> None:
    assert_touches(f"""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import *
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    shop = sa.Column(sa.String, primary_key=True)
    name = sa.Column(sa.String, primary_key=True)
class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    shop = sa.Column(sa.String)
    name = sa.Column(sa.String)
    order = relationship("Order", backref=backref("lines", cascade="all"))
    __table_args__ = ({constraint}, {{"schema": None}})
# file: shop/services.py
from shop.models import *
def work(session: Session, order: Order, line: Line):
    with session.begin():  #> delete orders, delete lines, read lines
        session.delete(order)
    with session.begin():  #> delete lines
        session.delete(line)
""")


CLASSICAL = """
# file: shop/domain.py
class Line:
    def __init__(self, sku):
        self.sku = sku

class Batch:
    def __init__(self, reference):
        self.reference = reference
        self._lines = set()

    def allocate(self, line):
        if line.sku == self.reference:
            self._lines.add(line)

    def deallocate(self, line):
        self._lines.remove(line)

class Product:
    def __init__(self, sku, batches):
        self.sku = sku
        self.batches = batches
        self.version = 0

    def allocate(self, line):
        batch = next(one for one in sorted(self.batches))
        batch.allocate(line)
        self.version += 1

# file: shop/orm.py
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table
from sqlalchemy.orm import mapper, relationship
from shop import domain
metadata = MetaData()
lines = Table("lines", metadata, Column("id", Integer, primary_key=True), Column("sku", String))
products = Table("products", metadata, Column("sku", String, primary_key=True), Column("version", Integer))
batches = Table("batches", metadata, Column("id", Integer, primary_key=True), Column("sku", ForeignKey("products.sku")))
allocations = Table("allocations", metadata, Column("id", Integer, primary_key=True),
    Column("line_id", ForeignKey("lines.id")), Column("batch_id", ForeignKey("batches.id")))

def start_mappers():
    lines_mapper = mapper(domain.Line, lines)
    batches_mapper = mapper(domain.Batch, batches, properties={
        "_lines": relationship(lines_mapper, secondary=allocations, collection_class=set)})
    mapper(domain.Product, products, properties={"batches": relationship(batches_mapper)})

# file: shop/services.py
from sqlalchemy.orm import Session
from shop.domain import *
"""


ALLOCATED = (
    "update products, read products, read batches, insert allocations, read allocations, insert lines, read lines"
)


@pytest.mark.parametrize(
    ("does", "touched"),
    [
        (
            "session.query(Product).first().allocate(Line('a'))",
            ALLOCATED,
        ),
        (
            "session.query(Batch).first().deallocate(session.query(Line).first())",
            "read batches, read allocations, delete allocations, read lines",
        ),
        ("list(session.query(Product).first().batches)", "read products, read batches"),
        ("session.add(Product('a', [Batch('b')]))", "insert products, insert batches"),
    ],
)
def test_relationships_of_classical_mappings(does: str, touched: str) -> None:
    written = "session.delete(session.query(Line).first())" if "list(" in does else "pass"
    more = ", delete lines, read lines" if "list(" in does else ""
    assert_touches(f"""{CLASSICAL}
def run(session: Session):
    {does}
    {written}
    session.commit()  #> {touched}{more}
""")
