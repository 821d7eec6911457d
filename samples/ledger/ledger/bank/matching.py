"""Which transaction of the bank pays which invoice?"""

import re

from sqlalchemy import select

from ledger.bank.models import BankTransaction
from ledger.billing.models import Invoice
from ledger.billing.payments import receive
from ledger.db import Session
from ledger.errors import LedgerError
from ledger.unit_of_work import UnitOfWork

NUMBER = re.compile(r"\b\d{4}-\d{5}\b")


def match_all():
    """Billing takes the payment, the bank's side is marked after it: asked twice, the payment is known by then."""
    matched = 0
    with Session() as session:
        for row in session.scalars(select(BankTransaction).where(BankTransaction.status == "new")).all():
            matched += pays(row)
            row.status = "matched" if row.amount > 0 else "ignored"
            session.commit()
    return matched


def pays(row):
    found = NUMBER.search(row.purpose)
    if not found or row.amount <= 0:
        return False
    with UnitOfWork() as work:
        if work.invoices.paid_with(row.bank_reference):
            return False
        invoice = work.session.scalar(select(Invoice).where(Invoice.number == found.group()))
        if invoice is None:
            return False
        try:
            receive(work, invoice.id, row.booked_on, row.amount, row.bank_reference)
        except LedgerError:
            return False
    return True
