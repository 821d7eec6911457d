"""The books learn what billing did."""

from datetime import date
from decimal import Decimal

from ledger.books.posting import Leg, post, reverse
from ledger.unit_of_work import UnitOfWork


def post_invoice(number, total, day):
    reference = f"invoice:{number}"
    with UnitOfWork() as work:
        if work.journal.by_reference(reference) is None:
            total = Decimal(total)
            legs = [Leg("1400", debit=total), Leg("8400", credit=total)]
            post(work.accounts, work.journal, date.fromisoformat(day), f"Invoice {number}", reference, legs)
            work.commit()


def reverse_invoice(number, day):
    with UnitOfWork() as work:
        entry = work.journal.by_reference(f"invoice:{number}")
        if entry is not None:
            reverse(work.accounts, work.journal, entry, date.fromisoformat(day))
            work.commit()


HANDLERS = {
    "invoice.issued": post_invoice,
    "invoice.cancelled": reverse_invoice,
}
