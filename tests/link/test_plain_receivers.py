"""What is called on a text, a number or a time, as the code around it says, is none of the project's methods."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

SHOP = f"""{MODELS}
# file: shop/cards.py
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from sqlalchemy import DateTime, String
from sqlalchemy.orm import Mapped, mapped_column
from shop.models import *
class Diary:
    def encode(self, session):
        session.add(Order())
    date = title = stat = encode
class Card(Base):
    __tablename__ = "cards"
    id = Column(Integer, primary_key=True)
    at: Mapped[datetime | None] = mapped_column()
    paid = Column(DateTime)
    text = Column("text", String(80), nullable=False)
    data = Column(Diary)
"""

PLAIN = {
    "a text that is joined": '"\\n".join(str(one) for one in given).encode()',
    "a text in which something is replaced": 'given.name.replace("_", " ").title()',
    "what is made a text": "str(given).encode()",
    "what is made one of a text": "repr(given.name).strip().encode()",
    "a text of a text": '"\\n".join(given).strip().title()',
    "an f-string": 'f"{given}".encode()',
    "a parameter": "note.encode()",
    "one that may be missing": "(limit and limit.date())",
    "a variable": 'text = "\\n".join(given); text.encode()',
    "one that grows": 'text = f"{given}"; text += given.more; text.encode()',
    "what is reckoned with a time": "(limit - given).date()",
    "below a folder": "(folder / given).stat()",
    "behind what is outside": "from clock import now; (now() - given.span).date()",
    "a field with an annotation": "session.get(Card, 1).at.date()",
    "a column of times": "session.get(Card, 1).paid.date()",
    "a column of texts": "session.get(Card, 1).text.encode()",
}
OTHERS = {
    "something unknown": "given.encode()",
    "what is called like a builtin": "str = given; str(note).encode()",
    "one of several": 'text = "a"; text = given; text.encode()',
    "a column of the project's own": "session.get(Card, 1).data.encode()",
    "a sum with something unknown": "(given + note).encode()",
}


def _blind(code: str) -> bool:
    steps = "\n    ".join(one.strip() for one in code.split(";"))
    scan = assert_touches(f"""{SHOP}
# file: shop/services.py
from datetime import datetime
from pathlib import Path
from sqlalchemy.orm import Session
from shop.cards import *

def work(session: Session, given, note: str, limit: datetime | None, folder: Path):
    session.add(Tag())
    {steps}
    session.commit()  #> insert tags{", read cards" if "Card" in code else ""}
""")
    return any(one.blind_spots for one in scan.transactions)


@pytest.mark.parametrize("code", PLAIN.values(), ids=PLAIN)
def test_plain(code: str) -> None:
    assert not _blind(code)


@pytest.mark.parametrize("code", OTHERS.values(), ids=OTHERS)
def test_others(code: str) -> None:
    assert _blind(code)


@pytest.mark.parametrize(
    ("field", "blind"),
    [
        ("date: date", False),
        ("date: Optional[date] = None", False),
        ("date = Column(DateTime)", False),
        ("date = relationship('Order')", False),
        ("date: list[Card] = Field(default_factory=list)", False),
        ("date: Callable", True),
        ("date: Callable = Field(...)", True),
        ("date = make()", True),
        ("def date(self): SessionLocal().add(Order())", True),
    ],
)
def test_what_is_no_method_is_not_called(field: str, *, blind: bool) -> None:
    scan = assert_touches(f"""{MODELS}
# file: shop/services.py
from datetime import date
from typing import Callable, Optional
from sqlalchemy import DateTime
from sqlalchemy.orm import relationship, sessionmaker
from outside import Field, make
from shop.models import *
SessionLocal = sessionmaker()
class Entry:
    {field}

def work(session: Session, given):
    session.add(Tag())
    given.date()
    session.commit()  #> insert tags
""")
    assert any(one.blind_spots for one in scan.transactions) is blind


@pytest.mark.parametrize(
    ("statement", "blind"),
    [
        ("request.data.get('a', 1)", False),
        ("request.data.getlist('a')", False),
        ("request.data.copy().update(given)", False),
        ("data = request.data; data.update(given)", False),
        ("data = request.data.copy(); data.pop(given)", False),
        ("data = request.data; data = request.other; data.update(given)", True),
        ("request.other.update(given)", True),
        ("request.data.close()", True),
    ],
)
def test_what_a_request_carries_is_data(statement: str, *, blind: bool) -> None:
    steps = "\n            ".join(one.strip() for one in statement.split(";"))
    scan = assert_touches(f"""
# file: shop/views.py
from django.db import transaction
from rest_framework.views import APIView
from outside import given
from shop.models import Tag
class Store:
    def update(self, values): Tag.objects.create()
    get = getlist = pop = copy = close = update
class Tags(APIView):
    def post(self, request):
        with transaction.atomic():  #> insert shop_tag
            Tag.objects.create()
            {steps}
""")
    assert any(one.blind_spots for one in scan.transactions) is blind


@pytest.mark.parametrize(
    ("statement", "blind"),
    [
        ("self.handlers.setdefault(key, []).append(given)", False),
        ("self.handlers.get(key).remove(given)", False),
        ("self.handlers[key].append(given)", False),
        ("held = self.handlers.get(key); held.remove(given)", False),
        ("named.pop(key).append(given)", False),
        ("self.rows.get(key).append(given)", True),
        ("self.rows[key].remove(given)", True),
        ("self.others.get(key).append(given)", True),
        ("held = self.handlers.get(key); held = given; held.remove(given)", True),
    ],
)
def test_what_a_dict_of_collections_holds_is_one(statement: str, *, blind: bool) -> None:
    steps = "\n        ".join(one.strip() for one in statement.split(";"))
    scan = assert_touches(f"""{MODELS}
# file: shop/services.py
from typing import Any, Callable
from shop.models import *
class Diary:
    def append(self, session):
        session.add(Order())
    remove = append
class Bus:
    def __init__(self, handlers, rows):
        self.handlers: dict[str, list[Callable[..., Any]]] = handlers
        self.rows: dict[str, Any] = rows
        self.others = rows
    def work(self, session: Session, key, named: dict[str, set[str]], given=None):
        session.add(Tag())
        {steps}
        session.commit()  #> insert tags
def make(session: Session, given):
    Bus(given.handlers, given.rows).work(session, given.key, given.named, given.one)
""")
    assert any(one.blind_spots for one in scan.transactions) is blind
