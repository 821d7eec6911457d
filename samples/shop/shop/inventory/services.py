"""Reserving, releasing, receiving."""

from collections import Counter

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from shop.core.transactions import retry_on_conflict, unit_of_work
from shop.inventory.models import (
    Movement,
    OutOfStockError,
    PurchaseLine,
    PurchaseOrder,
    Reservation,
    Stock,
)


def reserve(reference, wanted):
    """Set goods aside: `wanted` maps products to quantities. All or nothing."""
    made = []
    with transaction.atomic():
        shelves = Stock.objects.for_products(wanted).select_for_update()
        by_product = {}
        for stock in shelves:
            by_product.setdefault(stock.product_id, []).append(stock)
        for product, quantity in wanted.items():
            made += take(by_product.get(product.pk, []), product, quantity, reference)
    return Reservation.objects.bulk_create(made)


def take(shelves, product, quantity, reference):
    """Spread a quantity over the shelves that have some of it."""
    left, made = quantity, []
    for stock in shelves:
        part = min(stock.free, left)
        if part <= 0:
            continue
        stock.reserved += part
        stock.save(update_fields=["reserved", "updated_at"])
        made.append(Reservation(stock=stock, reference=reference, quantity=part))
        left -= part
    if left:
        raise OutOfStockError(product, quantity)
    return made


def release(reference):
    """Put everything back that was set aside."""
    with unit_of_work("release"):
        reservations = list(Reservation.objects.open().filter(reference=reference).select_for_update())
        for reservation in reservations:
            close(reservation)
    return len(reservations)


def close(reservation):
    Stock.objects.filter(pk=reservation.stock_id).update(reserved=F("reserved") - reservation.quantity)
    reservation.closed_at = timezone.now()
    reservation.save()


def hand_over(reference):
    """The goods leave the house."""
    moved = 0
    for reservation in Reservation.objects.open().filter(reference=reference).select_related("stock"):
        close(reservation)
        reservation.stock.refresh_from_db()
        reservation.stock.move(-reservation.quantity, f"shipped {reference}")
        moved += reservation.quantity
    return moved


@retry_on_conflict()
def count(stock, counted):
    """Correct the books after a stock-take."""
    stock = Stock.objects.select_for_update().get(pk=stock.pk)
    difference = counted - stock.on_hand
    if difference:
        stock.move(difference, "stock-take")
    return difference


def order_from(supplier, warehouse, quantities):
    """Draft a purchase order."""
    with transaction.atomic():
        purchase = PurchaseOrder.objects.create(supplier=supplier, warehouse=warehouse)
        PurchaseLine.objects.bulk_create(
            [PurchaseLine(purchase_order=purchase, product=p, quantity=q) for p, q in quantities.items()]
        )
        supplier.products.add(*quantities)
    return purchase


@transaction.atomic
def receive(purchase):
    """Put a delivery on the shelves."""
    for line in purchase.lines.select_related("product"):
        stock, _ = Stock.objects.get_or_create(product=line.product, warehouse=purchase.warehouse)
        stock.move(line.quantity - line.received, f"received {purchase}")
        line.received = line.quantity
        line.save(update_fields=["received"])
    purchase.status = PurchaseOrder.Status.RECEIVED
    purchase.save()


def reorder(warehouse):
    """Order what runs low, one purchase order for each supplier."""
    wanted = {}
    for stock in Stock.objects.low().filter(warehouse=warehouse).select_related("product"):
        supplier = stock.product.suppliers.first()
        if supplier is not None:
            wanted.setdefault(supplier, Counter())[stock.product] += max(stock.reorder_level * 2 - stock.free, 1)
    return [order_from(supplier, warehouse, quantities) for supplier, quantities in wanted.items()]


def turnover(stock):
    """How much of it left the house."""
    return -sum(Movement.objects.filter(stock=stock, quantity__lt=0).values_list("quantity", flat=True))
