"""A shop whose classes SQLAlchemy maps, with relationships of every kind."""

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import Session, declarative_base, relationship
Base = declarative_base()
links = Table("links", Base.metadata, Column("order", ForeignKey("orders.id")), Column("tag", ForeignKey("tags.id")))
class Customer(Base):
    __tablename__ = "customers"
    id = Column(Integer, primary_key=True)
class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    note = Column(Integer)
    customer_id = Column(ForeignKey("customers.id"))
    customer = relationship(Customer)
    tags = relationship(Tag, secondary=links)
    lines = relationship("Line", back_populates="order")
    detail = relationship("Detail", uselist=False)
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
    order = relationship(Order, back_populates="lines")
class Detail(Base):
    __tablename__ = "details"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
"""
