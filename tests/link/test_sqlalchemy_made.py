"""Classes that a mixin makes for each class it is mixed into, and what classes are given outside their bodies."""

from __future__ import annotations

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
import typing
import sqlalchemy as sa
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.declarative import AbstractConcreteBase
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, declared_attr, mapped_column, relationship

class Base(DeclarativeBase):
    pass

class Model(Base):
    __abstract__ = True
    id: Mapped[int] = mapped_column(primary_key=True)

class Event:
    tag: Mapped[str]

    if typing.TYPE_CHECKING:
        def __init__(self, *, source: "HasEvents", tag: str) -> None: ...

class HasEvents:
    @declared_attr
    def events(cls):
        cls.Event = type(
            f"{cls.__name__}Event",
            (Event, Model),
            {
                "__tablename__": f"{cls.__name__.lower()}_events",
                "source_id": mapped_column(sa.ForeignKey(f"{cls.__tablename__}.id")),
                "source": relationship(cls, back_populates="events"),
            },
        )
        return relationship(cls.Event, lazy="dynamic", back_populates="source")

    def record(self, session, tag):
        session.add(self.Event(source=self, tag=tag))

class Note(AbstractConcreteBase, Model):
    text: Mapped[str]

class HasNotes:
    @declared_attr
    def notes(cls):
        cls.Note = type(
            f"{cls.__name__}Note",
            (Note, Model),
            {
                "__tablename__": f"{cls.__name__.lower()}_notes",
                "__mapper_args__": {"polymorphic_identity": cls.__name__, "concrete": True},
                "related_id": mapped_column(sa.ForeignKey(f"{cls.__tablename__}.id")),
                "related": relationship(cls, back_populates="notes"),
            },
        )
        return relationship(cls.Note)

class Visitor(Model):
    __tablename__ = "visitors"
    visit_id = mapped_column(sa.ForeignKey("visits.id"))

class Visit(Model):
    __tablename__ = "visits"
    visitor = relationship(Visitor, uselist=False)

class HasVisitor:
    @declared_attr
    def visit_id(cls):
        return mapped_column(sa.ForeignKey("visits.id"))

    @declared_attr
    def visit(cls):
        made = type(f"{cls.__name__}Visit", (Visit,), {"__tablename__": None})
        cls.visitor = association_proxy("visit", "visitor", creator=lambda one: made(visitor=one))
        return relationship(made)

class User(HasEvents, HasNotes, HasVisitor, Model):
    __tablename__ = "users"

class Project(HasEvents, HasNotes, Model):
    __tablename__ = "projects"

    @property
    def __name__(self):
        return self.id

class Line(Model):
    __tablename__ = "lines"
    project_id = mapped_column(sa.ForeignKey("projects.id"))

Project.lines = relationship(Line)

# file: shop/services.py
from shop.models import *
"""


def test_classes_made_for_each_class() -> None:
    assert_touches(f"""{MODELS}
def run(session: Session):
    session.get(User, 1).record(session, "x")
    session.commit()  #> insert user_events, read users

def other(session: Session, project: Project):
    project.record(session, "x")
    session.commit()  #> insert project_events
""")


def test_they_have_tables_and_what_they_are_made_of_has_none() -> None:
    tables = "user_events", "project_events", "user_notes", "project_notes"
    assert_tables(MODELS, "users", "projects", "lines", "visits", "visitors", *tables)


def test_they_are_made_for_each_of_many_classes() -> None:
    many = [f"Thing{number}" for number in range(20)]
    things = "".join(f"""
class {name}(HasEvents, Model):
    __tablename__ = "{name.lower()}"
""" for name in many)  # fmt: skip
    tables = (table for name in many for table in (name.lower(), f"{name.lower()}_events"))
    of_others = "user_events", "project_events", "user_notes", "project_notes"
    assert_tables(MODELS + things, "users", "projects", "lines", "visits", "visitors", *of_others, *tables)


def test_a_class_that_stands_for_those_below_it() -> None:
    assert_touches(f"""{MODELS}
def run(session: Session):
    session.query(Note).all()  #= read user_notes, read project_notes

def change(session: Session):
    session.get(Note, 1).text = "y"
    session.commit()  #> update user_notes, update project_notes, read user_notes
""")


def test_what_a_class_is_given_outside_its_body() -> None:
    assert_touches(f"""{MODELS}
def run(session: Session):
    user = session.get(User, 1)
    user.visitor = Visitor()
    session.commit()  #> insert visits, insert visitors, update users

def add(session: Session):
    session.get(Project, 1).lines.append(Line())
    session.commit()  #> insert lines
""")
