"""What customers do with their account."""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from shop.core.transactions import after_commit, unit_of_work
from shop.customers import tasks
from shop.customers.models import Consent, Interest

User = get_user_model()


@transaction.atomic
def register(email, password, *, name="", newsletter=False):
    """Open an account; the loyalty card follows once it is there."""
    user = User.objects.create_user(email=email, password=password)
    customer = user.customer
    if name:
        customer.name = name
        customer.save()
    if newsletter:
        Consent.objects.give(customer, "newsletter")
    after_commit(tasks.welcome, customer.pk)
    return customer


def choose_interests(customer, slugs):
    """Replace what a customer is interested in."""
    customer.interests.set(Interest.objects.filter(slug__in=slugs))


def erase(customer):
    """Forget a person; the rows stay, since invoices must be kept for ten years."""
    with unit_of_work("erase customer"):
        user = User.objects.select_for_update().get(pk=customer.user_id)
        user.email = f"erased-{user.pk}@invalid"
        user.is_active = False
        user.set_unusable_password()
        user.save()
        customer.addresses.all().delete()
        customer.interests.clear()
        customer.consents.all().delete()
        customer.name, customer.phone, customer.erased_at = "erased", "", timezone.now()
        customer.save()


def move_house(customer, **address):
    """Replace all addresses by a new one."""
    with transaction.atomic():
        customer.addresses.all().delete()
        return customer.addresses.create(is_default=True, **address)
