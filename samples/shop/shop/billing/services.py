"""Money comes in, money goes out."""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from shop.audit.trail import record
from shop.billing import tasks
from shop.billing.ledger import Booking
from shop.billing.models import CreditNote, Invoice, InvoiceLine, NumberRange, Payment, Refund
from shop.billing.signals import invoice_issued, invoice_paid, money_returned
from shop.core.money import share_out, vat_in
from shop.core.transactions import after_commit, transactional, unit_of_work
from shop.loyalty.coupons import redeem


@transaction.atomic
def issue_invoice(order):
    """Bill an order, less its coupon. The coupon is spent in the same transaction."""
    discount = redeem(order.coupon_code, order.customer, order.total) if order.coupon_code else Decimal(0)
    total = order.total - discount
    invoice = Invoice.objects.create(
        number=NumberRange.draw("R"), order=order, customer=order.customer, total=total, vat=vat_in(total)
    )
    lines = list(order.lines.all())
    shares = share_out(total, [line.total for line in lines])
    InvoiceLine.objects.bulk_create(
        InvoiceLine(invoice=invoice, text=line.name, quantity=line.quantity, amount=amount)
        for line, amount in zip(lines, shares, strict=True)
    )
    with Booking(invoice.number) as booking:
        booking.debit("receivables", invoice.total)
        booking.credit("revenue", invoice.total - invoice.vat)
        booking.credit("vat", invoice.vat)
    record("issued", invoice, order=order.number)
    invoice_issued.send(sender=Invoice, invoice=invoice)
    after_commit(tasks.mail_invoice, invoice.pk)
    return invoice


def record_payment(invoice, amount, *, method="card", reference=""):
    """Note a payment; points are earned, and the order may be shipped once the invoice is settled."""
    with unit_of_work("payment"):
        invoice = Invoice.objects.select_for_update().get(pk=invoice.pk)
        payment = invoice.payments.create(amount=amount, method=method, reference=reference)
        with Booking(invoice.number) as booking:
            booking.debit("bank", amount)
            booking.credit("receivables", amount)
        record("paid", invoice, amount=str(amount))
        if invoice.balance <= 0 and invoice.settled_at is None:
            settle(invoice)
    return payment


def settle(invoice):
    invoice.settled_at = timezone.now()
    invoice.save(update_fields=["settled_at", "updated_at"])
    invoice_paid.send(sender=Invoice, invoice=invoice)
    transaction.on_commit(lambda: tasks.tell_orders.delay(invoice.order_id))


@transactional
def refund(payment, amount=None, *, reason="", actor=None):
    """Give money back and take the points away that came with it."""
    amount = payment.amount if amount is None else amount
    invoice = payment.invoice
    note = CreditNote.objects.against(invoice, amount, vat_in(amount))
    money = Refund.objects.create(
        payment=payment, credit_note=note, amount=amount, method=payment.method, reason=reason
    )
    with Booking(note.number) as booking:
        booking.debit("revenue", amount - vat_in(amount))
        booking.debit("vat", vat_in(amount))
        booking.credit("bank", amount)
    record("refunded", note, actor=actor, reason=reason)
    money_returned.send(sender=Invoice, invoice=invoice, amount=amount)
    return money


def refund_order(order, *, reason=""):
    """Refund everything that was paid for an order, all or nothing."""
    with transaction.atomic():
        payments = Payment.objects.filter(invoice__order=order, failed=False, refunds__isnull=True)
        return [refund(payment, reason=reason) for payment in payments]


@transaction.atomic
def fail_payment(payment, reason):
    """The bank took it back."""
    payment.failed = True
    payment.reference = reason[:60]
    payment.save()
    Invoice.objects.filter(pk=payment.invoice_id).update(settled_at=None)
    with Booking(payment.invoice.number) as booking:
        booking.debit("receivables", payment.amount)
        booking.credit("bank", payment.amount)
    record("bounced", payment, reason=reason)


def remind(invoice):
    """Ask for the money, a little less friendly each time."""
    with transaction.atomic():
        locked = Invoice.objects.select_for_update(of=("self",)).get(pk=invoice.pk)
        locked.reminders += 1
        locked.save(update_fields=["reminders"])
        record("reminded", locked, times=locked.reminders)
    tasks.mail_reminder.delay(invoice.pk)
    return locked.reminders
