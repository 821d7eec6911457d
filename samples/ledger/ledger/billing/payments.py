from ledger.billing.models import Payment
from ledger.books.posting import Leg, post
from ledger.errors import ConflictError, LedgerError


def receive(work, invoice_id, day, amount, reference):
    """Money came in.

    On purpose one transaction of billing and of the books: an accountant who sees a paid invoice finds the entry, and
    the other way round, at any time.
    """
    invoice = work.invoices.locked(invoice_id)
    if invoice.status != "issued":
        raise ConflictError(f"invoice {invoice_id} is {invoice.status}")
    if amount > invoice.open:
        raise LedgerError(f"only {invoice.open} is open")
    invoice.payments.append(Payment(received_on=day, amount=amount, reference=reference))
    if not invoice.open:
        invoice.status = "paid"
    legs = [Leg("1200", debit=amount), Leg("1400", credit=amount)]
    post(work.accounts, work.journal, day, f"Payment of {invoice.number}", f"payment:{reference}", legs)
    work.commit()
    return invoice
