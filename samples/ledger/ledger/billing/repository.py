from sqlalchemy import func, select

from ledger.billing.models import Invoice, Payment
from ledger.books.repository import Repository
from ledger.errors import NotFoundError


class Invoices(Repository):
    model = Invoice

    def locked(self, key):
        invoice = self.session.scalar(select(Invoice).where(Invoice.id == key).with_for_update())
        if invoice is None:
            raise NotFoundError(f"no invoice {key}")
        return invoice

    def next_number(self, year):
        issued = self.session.scalar(select(func.count()).where(Invoice.number.like(f"{year}-%")))
        return f"{year}-{issued + 1:05}"

    def paid_with(self, reference):
        return self.session.scalar(select(Payment).where(Payment.reference == reference))
