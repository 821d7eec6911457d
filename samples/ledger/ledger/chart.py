"""The accounts that every ledger begins with."""

from ledger.books.models import Account
from ledger.db import Session

CHART = [
    ("1200", "Bank", "asset"),
    ("1400", "Receivables", "asset"),
    ("4900", "Other expenses", "expense"),
    ("8400", "Revenue", "income"),
    ("9000", "Result", "equity"),
]


def install():
    with Session() as session, session.begin():
        session.add_all(Account(code=code, name=name, kind=kind) for code, name, kind in CHART)
