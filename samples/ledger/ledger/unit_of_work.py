"""Work that several repositories do together, or not at all."""

from ledger.billing.repository import Invoices
from ledger.books.repository import Accounts, Journal
from ledger.db import Session


class UnitOfWork:
    """What is not committed when the block ends is rolled back."""

    def __init__(self, factory=Session):
        self.factory = factory

    def __enter__(self):
        self.session = self.factory()
        self.accounts = Accounts(self.session)
        self.journal = Journal(self.session)
        self.invoices = Invoices(self.session)
        return self

    def __exit__(self, *error):
        self.session.rollback()
        self.session.close()

    def commit(self):
        self.session.commit()
