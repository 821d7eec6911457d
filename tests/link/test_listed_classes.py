"""Lists of more classes than a value keeps: each is asked, wherever the list came from and whatever it went through."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MANY = 60
BASE = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import Session, declarative_base
Base = declarative_base()
class Note(Base):
    __tablename__ = "notes"
    id = sa.Column(sa.Integer, primary_key=True)
class Thing(Base):
    __abstract__ = True
    id = sa.Column(sa.Integer, primary_key=True)
    owner = sa.Column(sa.Integer)
"""
MODELS = BASE + "".join(f'class Thing{one}(Thing): __tablename__ = "things_{one}"\n' for one in range(MANY))
WRITTEN = ", ".join(f"Thing{one}" for one in range(MANY))
LISTS = [
    "[mapper.class_ for mapper in Base.registry.mappers]",
    "Base._decl_class_registry.values()",
    "Thing.__subclasses__()",
    f"({WRITTEN})",
]


def deleted(*but: int) -> str:
    """All tables of things, but for some."""
    return ", ".join(f"delete things_{one}" for one in range(MANY) if one not in but)


@pytest.mark.parametrize("listed", LISTS)
@pytest.mark.parametrize(
    "through",
    [
        "classes()",
        "list(classes())",
        "set(classes())",
        "[one for one in classes()]",
        "[Thing1, *classes()]",
        "[Thing1, Thing2] + [one for one in classes() if one.__name__ not in ['Thing1', 'Thing2']]",
        "itertools.chain([Thing1], classes())",
        "sorted((one for one in classes()), key=lambda one: one.__name__)",
    ],
)
def test_classes_that_a_list_hands_on(through: str, listed: str) -> None:
    assert_touches(f"""
import itertools
def classes():
    return {listed}
def work(session: Session):
    models = {through}
    for model in models:
        if hasattr(model, "owner"):
            session.execute(sa.delete(model).where(model.owner == 1))
    session.commit()  #> {deleted()}
{MODELS}""")


def test_classes_that_are_listed_in_either_of_two_ways() -> None:
    assert_touches(f"""
def classes():
    try:
        return [mapper.class_ for mapper in Base.registry.mappers]
    except AttributeError:
        return Base._decl_class_registry.values()
def purge(session, keep=True):
    for model in [Thing1] + [one for one in classes() if one.__name__ not in ["Thing1"]]:
        if hasattr(model, "owner") and (not keep or model.__name__ != "Thing3"):
            session.execute(sa.delete(model).where(model.owner == 1))
def work(session: Session):
    purge(session)
    session.commit()  #> {deleted(3)}
{MODELS}""")


def test_classes_that_are_counted() -> None:
    assert_touches(f"""
def work(session: Session):
    for number, model in enumerate([one for one in Thing.__subclasses__()]):
        session.execute(sa.delete(model))
    session.commit()  #> {deleted()}
{MODELS}""")


def test_classes_beside_some_that_are_not_known() -> None:
    assert_touches(f"""
import thirdparty
def work(session: Session):
    for model in [{WRITTEN}, *thirdparty.models()]:
        session.execute(sa.delete(model))
    session.commit()  #> {deleted()}
{MODELS}""")


OWNED = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Session, relationship
class Base(DeclarativeBase): pass
class Note(Base):
    __tablename__ = "notes"
    id = sa.Column(sa.Integer, primary_key=True)
class Thing(Base):
    __tablename__ = "things"
    id = sa.Column(sa.Integer, primary_key=True)
    owner = sa.Column(sa.Integer)
"""


def test_a_mapped_class_lacks_what_only_others_have() -> None:
    assert_touches(f"""
def clean(session, model):
    if hasattr(model, "owner"):
        session.execute(sa.delete(model))
def work(session: Session):
    clean(session, Note)
    session.commit()  #> nothing
def other(session: Session):
    clean(session, Thing)
    session.commit()  #> delete things
{OWNED}""")


def test_a_mapped_class_has_what_a_relationship_of_another_gives_it() -> None:
    assert_touches(f"""
def work(session: Session):
    if hasattr(Note, "owner"):
        session.execute(sa.delete(Note))
    session.commit()  #> delete notes
{OWNED}    note_id = sa.Column(sa.ForeignKey("notes.id"))
    note = relationship(Note, backref="owner")
""")


SIDE_BY_SIDE = [
    "for thing in [*THINGS, Unread]",
    "for thing, name in zip(THINGS, names)",
    "for name, thing in zip(names, THINGS)",
    "for thing, name in zip(THINGS, NAMES)",
]


@pytest.mark.parametrize("loop", SIDE_BY_SIDE)
def test_many_classes_side_by_side_with_something_else(loop: str) -> None:
    assert_touches(f"""
from elsewhere import Unread
THINGS = [{WRITTEN}]
NAMES = [{", ".join(f'"{one}"' for one in range(MANY))}]
def work(session: Session, names):
    {loop}:
        session.query(thing).delete()
    session.commit()  #> {deleted()}
{MODELS}
""")


@pytest.mark.parametrize("many", [6, 30])
def test_names_side_by_side_with_classes_each_stand_for_one(many: int) -> None:
    names = ", ".join(f'"{one}"' for one in range(many))
    assert_touches(f"""
HELD = dict(zip([{names}], [{", ".join(f"Thing{one}" for one in range(many))}]))
def work(session: Session):
    session.query(HELD["3"]).delete()
    session.commit()  #> delete things_3
{MODELS}
""")


@pytest.mark.parametrize(
    ("made", "put"),
    [
        ("[]", "found.append(cls)"),
        ("set()", "found.add(cls)"),
        ("{}", "found[cls.__name__] = cls"),
    ],
)
def test_classes_that_fill_a_collection_one_by_one(made: str, put: str) -> None:
    decorated = MODELS.replace("class Thing", "@keep\nclass Thing").replace("@keep\nclass Thing(", "class Thing(")
    loop = "found.values()" if made == "{}" else "found"
    assert_touches(f"""
# file: shop/kinds.py
found = {made}
def keep(cls):
    {put}
    return cls
{decorated.replace("import sqlalchemy as sa", "import sqlalchemy as sa" + chr(10) + "from shop.kinds import keep")}
# file: shop/services.py
from sqlalchemy.orm import Session
from shop.kinds import found
def work(session: Session):
    for model in {loop}:
        session.query(model).delete()
    session.commit()  #> {deleted()}
""")
