"""Every user is a customer."""

from django.conf import settings
from django.db.models.signals import post_save
from django.dispatch import receiver

from shop.customers.models import Customer


@receiver(post_save, sender=settings.AUTH_USER_MODEL, dispatch_uid="customer-for-user")
def make_customer(sender, instance, created, raw=False, **kwargs):
    if created and not raw:
        Customer.objects.for_user(instance)
