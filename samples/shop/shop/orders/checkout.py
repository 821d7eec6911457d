"""From a cart to an order, and back."""

from django.db import transaction

from shop.core.transactions import after_commit, unit_of_work
from shop.inventory import services as inventory
from shop.orders import tasks
from shop.orders.models import Order
from shop.orders.signals import order_cancelled, order_placed


class EmptyCartError(Exception):
    """There is nothing to order."""


def place_order(cart, customer, address):
    """Turn a cart into an order and set the goods aside: one transaction, or neither."""
    with transaction.atomic():
        wanted = {line.product: line.quantity for line in cart.lines.select_related("product")}
        if not wanted:
            raise EmptyCartError
        order = Order.objects.create_from_cart(cart, customer, address.as_text())
        inventory.reserve(order.number, wanted)
        cart.lines.all().delete()
        order_placed.send(sender=Order, order=order)
        after_commit(tasks.invoice, order.pk)
    return order


def cancel_order(order, *, by=None, reason=""):
    """Call an order off: the goods go back, and the money if there was any."""
    with unit_of_work("cancel order"):
        order = Order.objects.get_queryset().select_for_update().get(pk=order.pk)
        if order.status in {Order.Status.SHIPPED, Order.Status.CANCELLED}:
            raise ValueError(f"{order} is {order.status}")
        paid = order.status == Order.Status.PAID
        order.transition(Order.Status.CANCELLED, by=by)
        inventory.release(order.number)
        order_cancelled.send(sender=Order, order=order, reason=reason)
        if paid:
            after_commit(tasks.pay_back, order.pk)
    return order


@transaction.atomic
def mark_paid(order):
    order.transition(Order.Status.PAID)


@transaction.atomic
def mark_shipped(order):
    """The parcels are gone, and so are the goods."""
    order.transition(Order.Status.SHIPPED)
    inventory.hand_over(order.number)
