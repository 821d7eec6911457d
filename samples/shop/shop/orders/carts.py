"""Whose cart is it?"""

from datetime import timedelta

from django.utils import timezone

from shop.orders.models import Cart


def find_cart(request):
    """The open cart of this visitor, made if need be."""
    customer = getattr(request.user, "customer", None) if request.user.is_authenticated else None
    cart = None
    if token := request.session.get("cart"):
        cart = Cart.objects.open().filter(token=token).first()
    if cart is None and customer is not None:
        cart = customer.carts.open().order_by("-updated_at").first()
    if cart is None:
        cart = Cart.objects.create(customer=customer)
    request.session["cart"] = cart.token
    return cart


def throw_away_abandoned(days=30):
    """Delete carts that nobody has touched for a month."""
    old = Cart.objects.abandoned(before=timezone.now() - timedelta(days=days))
    return old.delete()[0]
