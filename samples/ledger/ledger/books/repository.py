from sqlalchemy import select

from ledger.books.models import Account, JournalEntry, Period
from ledger.errors import ConflictError, NotFoundError


class Repository:
    model = None

    def __init__(self, session):
        self.session = session

    def add(self, row):
        self.session.add(row)
        self.session.flush()
        return row

    def get(self, key):
        row = self.session.get(self.model, key)
        if row is None:
            raise NotFoundError(f"no {self.model.__tablename__} {key}")
        return row


class Accounts(Repository):
    model = Account

    def by_code(self, code):
        account = self.session.scalar(select(Account).where(Account.code == code))
        if account is None:
            raise NotFoundError(f"no account {code}")
        if account.closed:
            raise ConflictError(f"account {code} is closed")
        return account

    def all(self):
        return self.session.scalars(select(Account).order_by(Account.code)).all()


class Journal(Repository):
    model = JournalEntry

    def by_reference(self, reference):
        return self.session.scalar(select(JournalEntry).where(JournalEntry.reference == reference))

    def open_period(self, day):
        """The period of a day, locked: nobody closes it while something is posted."""
        period = self.session.scalar(
            select(Period).where(Period.starts <= day, Period.ends >= day).with_for_update(read=True)
        )
        if period is None or period.status != "open":
            raise ConflictError(f"no open period for {day}")
        return period
