"""Carts follow their owners; orders keep a diary."""

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from shop.orders.models import Cart
from shop.orders.signals import order_cancelled, order_placed


@receiver(user_logged_in)
def adopt_cart(sender, request, user, **kwargs):
    """What was put into the cart before signing in is still there afterwards."""
    token = request.session.get("cart") if request is not None else None
    if not token or not hasattr(user, "customer"):
        return
    anonymous = Cart.objects.open().filter(token=token, customer__isnull=True).first()
    if anonymous is None:
        return
    own = Cart.objects.open().filter(customer=user.customer).first()
    if own is None:
        anonymous.customer = user.customer
        anonymous.save()
        return
    own.merge(anonymous)
    request.session["cart"] = own.token


@receiver(order_placed)
def write_diary(sender, order, **kwargs):
    order.note("placed")


@receiver(order_cancelled)
def explain(sender, order, reason="", **kwargs):
    if reason:
        order.note(f"because {reason}")
