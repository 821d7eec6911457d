from datetime import timedelta
from decimal import Decimal

from ledger.billing import outbox
from ledger.billing.models import Invoice, InvoiceLine
from ledger.customers.services import may_order
from ledger.errors import ConflictError


def draft(work, customer_id, lines):
    may_order(work.session, customer_id)
    invoice = Invoice(customer_id=customer_id)
    for line in lines:
        price = Decimal(line["price"])
        invoice.lines.append(InvoiceLine(text=line["text"], quantity=line["quantity"], price=price))
    invoice.total = sum(line.quantity * line.price for line in invoice.lines)
    work.invoices.add(invoice)
    work.commit()
    return invoice


def issue(work, invoice_id, day):
    """The books hear of it through the outbox: see ledger.jobs.posting."""
    invoice = work.invoices.locked(invoice_id)
    if invoice.status != "draft":
        raise ConflictError(f"invoice {invoice_id} is {invoice.status}")
    invoice.number = work.invoices.next_number(day.year)
    invoice.status = "issued"
    invoice.issued_on = day
    invoice.due_on = day + timedelta(days=14)
    outbox.tell(work.session, "invoice.issued", number=invoice.number, total=str(invoice.total), day=day.isoformat())
    work.commit()
    return invoice


def cancel(work, invoice_id, day):
    invoice = work.invoices.locked(invoice_id)
    if invoice.payments:
        raise ConflictError(f"invoice {invoice_id} is paid in part")
    if invoice.status == "issued":
        outbox.tell(work.session, "invoice.cancelled", number=invoice.number, day=day.isoformat())
    invoice.status = "cancelled"
    work.commit()


def discard(work, invoice_id):
    invoice = work.invoices.locked(invoice_id)
    if invoice.status != "draft":
        raise ConflictError("only a draft is thrown away")
    work.session.delete(invoice)
    work.commit()
