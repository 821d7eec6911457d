"""Points come and go with the money."""

from django.dispatch import receiver

from shop.billing.models import Invoice
from shop.billing.signals import invoice_paid, money_returned
from shop.loyalty import services


@receiver(invoice_paid, sender=Invoice)
def earn_points(sender, invoice, **kwargs):
    card = services.open_account(invoice.customer)
    services.earn(card, services.points_for(invoice.total, card), f"invoice {invoice.number}")


@receiver(money_returned, sender=Invoice)
def take_points_back(sender, invoice, amount, **kwargs):
    card = services.open_account(invoice.customer)
    services.earn(card, -services.points_for(amount, card), f"refund of {invoice.number}")
