"""Background work about customers."""

from datetime import timedelta

from django.core.mail import send_mail
from django.utils import timezone

from shop.core.tasks import shared_task
from shop.customers.models import Customer


@shared_task
def welcome(customer_id):
    from shop.loyalty.services import open_account

    customer = Customer.objects.select_related("user").get(pk=customer_id)
    open_account(customer)
    send_mail("Welcome", f"Dear {customer.name}, your account is open.", None, [customer.user.email])


@shared_task
def deactivate_sleepers(days=730):
    """Close accounts that nobody has used for two years."""
    sleepers = Customer.objects.active().filter(user__last_seen__lt=timezone.now() - timedelta(days=days))
    closed = 0
    for customer in sleepers.select_related("user").iterator():
        customer.user.is_active = False
        customer.user.save(update_fields=["is_active"])
        closed += 1
    return closed
