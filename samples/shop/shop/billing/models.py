"""Invoices, payments, refunds, and the ledger in which they end. The tables are older than the shop."""

from decimal import Decimal

from django.db import models
from django.db.models import Q, Sum

from shop.core.models import AppendOnly, TimeStamped
from shop.core.money import cents
from shop.customers.models import Customer
from shop.orders.models import Order


class NumberRange(models.Model):
    """The tax office wants invoice numbers without holes."""

    prefix = models.CharField(max_length=4, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "bill_number_range"

    def __str__(self):
        return f"{self.prefix}{self.last:06}"

    @classmethod
    def draw(cls, prefix):
        """Draw the next number; others wait until this transaction is over."""
        numbers, _ = cls.objects.select_for_update().get_or_create(prefix=prefix)
        numbers.last += 1
        numbers.save(update_fields=["last"])
        return str(numbers)


class InvoiceQuerySet(models.QuerySet):
    def with_paid(self):
        return self.annotate(paid=Sum("payments__amount", filter=Q(payments__failed=False), default=Decimal(0)))

    def unpaid(self):
        return self.with_paid().filter(paid__lt=models.F("total"), kind=Invoice.Kind.INVOICE)


class Invoice(TimeStamped):
    class Kind(models.TextChoices):
        INVOICE = "invoice", "invoice"
        CREDIT = "credit", "credit note"

    number = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.INVOICE)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="invoices")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="invoices")
    corrects = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections")
    total = models.DecimalField(max_digits=12, decimal_places=2)
    vat = models.DecimalField(max_digits=12, decimal_places=2)
    reminders = models.PositiveSmallIntegerField(default=0)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = InvoiceQuerySet.as_manager()

    class Meta:
        db_table = "bill_invoice"
        ordering = ["-created_at"]

    def __str__(self):
        return self.number

    @property
    def paid_amount(self):
        return self.payments.filter(failed=False).aggregate(total=Sum("amount", default=Decimal(0)))["total"]

    @property
    def balance(self):
        return cents(self.total - self.paid_amount)


class CreditNoteManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(kind=Invoice.Kind.CREDIT)

    def against(self, invoice, amount, vat):
        """Take an invoice back, in whole or in part."""
        return self.create(
            kind=Invoice.Kind.CREDIT,
            number=NumberRange.draw("C"),
            order=invoice.order,
            customer=invoice.customer,
            corrects=invoice,
            total=-amount,
            vat=-vat,
        )


class CreditNote(Invoice):
    objects = CreditNoteManager()

    class Meta:
        proxy = True


class InvoiceLine(models.Model):
    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="lines")
    text = models.CharField(max_length=200)
    quantity = models.PositiveIntegerField(default=1)
    amount = models.DecimalField(max_digits=12, decimal_places=2)

    class Meta:
        db_table = "bill_invoice_line"

    def __str__(self):
        return self.text


class MoneyMovement(TimeStamped):
    """What payments and refunds have in common."""

    amount = models.DecimalField(max_digits=12, decimal_places=2)
    method = models.CharField(max_length=20, default="card")
    reference = models.CharField(max_length=60, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.amount} by {self.method}"


class Payment(MoneyMovement):
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="payments")
    failed = models.BooleanField(default=False)

    class Meta:
        db_table = "bill_payment"


class Refund(MoneyMovement):
    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="refunds")
    credit_note = models.OneToOneField(Invoice, on_delete=models.PROTECT, related_name="refund")
    reason = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "bill_refund"


class LedgerQuerySet(models.QuerySet):
    def balance(self, account):
        return self.filter(account=account).aggregate(total=Sum("amount", default=Decimal(0)))["total"]


class LedgerEntry(AppendOnly):
    """One side of a booking; the sides of a document add up to nothing."""

    document = models.CharField(max_length=20, db_index=True)
    account = models.CharField(max_length=20)
    amount = models.DecimalField(max_digits=12, decimal_places=2)

    objects = LedgerQuerySet.as_manager()

    class Meta(AppendOnly.Meta):
        db_table = "bill_ledger"
        verbose_name_plural = "ledger entries"

    def __str__(self):
        return f"{self.document} {self.account} {self.amount}"
