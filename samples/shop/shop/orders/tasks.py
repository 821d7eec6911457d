"""What follows an order, once it is safe."""

from shop.core.tasks import shared_task
from shop.orders.models import Order


@shared_task
def invoice(order_id):
    from shop.billing.services import issue_invoice

    issue_invoice(Order.objects.select_related("customer").get(pk=order_id))


@shared_task
def pay_back(order_id):
    from shop.billing.services import refund_order

    refund_order(Order.objects.get(pk=order_id), reason="cancelled")


@shared_task
def paid(order_id):
    from shop.orders.checkout import mark_paid

    mark_paid(Order.objects.get(pk=order_id))


@shared_task
def shipped(order_id):
    from shop.orders.checkout import mark_shipped

    mark_shipped(Order.objects.get(pk=order_id))


@shared_task
def tidy_carts():
    from shop.orders.carts import throw_away_abandoned

    return throw_away_abandoned()
