"""Packing, handing over, following."""

from django.db import transaction
from django.utils import timezone

from shop.core.transactions import after_commit
from shop.orders import tasks as orders
from shop.shipping.models import Carrier, Parcel, Rate, Scan, Shipment

MAX_GRAMS = 31_500


def pack(order, carrier):
    """Put an order into parcels, none of them too heavy."""
    with transaction.atomic():
        shipment, created = Shipment.objects.for_order(order, carrier)
        if not created:
            shipment.parcels.all().delete()
        for lines in by_weight(order):
            parcel = shipment.parcels.create(grams=sum(grams for _, grams in lines))
            parcel.lines.set([line for line, _ in lines])
        set_cost(shipment)
    return shipment


def by_weight(order):
    """Fill parcels in order, first come first served."""
    parcels, current, total = [], [], 0
    for line in order.lines.select_related("product__physicalproduct"):
        physical = getattr(line.product, "physicalproduct", None)
        if physical is None:
            continue
        grams = physical.weight_grams * line.quantity
        if current and total + grams > MAX_GRAMS:
            parcels.append(current)
            current, total = [], 0
        current.append((line, grams))
        total += grams
    return [*parcels, current] if current else parcels


def set_cost(shipment):
    country = shipment.address.rsplit("\n", 1)[-1]
    rates = [
        Rate.objects.filter(carrier=shipment.carrier).for_parcel(country, parcel.grams).first()
        for parcel in shipment.parcels.all()
    ]
    shipment.cost = 0 if shipment.is_free else sum(rate.price for rate in rates if rate)
    shipment.save(update_fields=["cost", "updated_at"])


@transaction.atomic
def dispatch(shipment):
    """The driver took it. The order learns of it once that is certain."""
    shipment = Shipment.objects.select_for_update().get(pk=shipment.pk)
    if shipment.dispatched_at:
        return shipment
    shipment.dispatched_at = timezone.now()
    shipment.save(update_fields=["dispatched_at", "updated_at"])
    Scan.objects.bulk_create(
        [Scan(parcel=parcel, place="warehouse", status="handed over") for parcel in shipment.parcels.all()]
    )
    after_commit(orders.shipped, shipment.order_id)
    return shipment


def track(code, place, status):
    """Note what the carrier tells; the last parcel to arrive ends the shipment."""
    parcel = Parcel.objects.select_related("shipment").get(tracking_code=code)
    with transaction.atomic():
        parcel.scans.create(place=place, status=status)
        if status == "delivered":
            open_parcels = parcel.shipment.parcels.exclude(scans__status="delivered")
            if not open_parcels.exists():
                parcel.shipment.arrived()
    return parcel


def load_rates(carrier_code, rows):
    """Replace a carrier's price list."""
    carrier, _ = Carrier.objects.update_or_create(code=carrier_code, defaults={"name": carrier_code.upper()})
    with transaction.atomic():
        carrier.rates.all().delete()
        Rate.objects.bulk_create([Rate(carrier=carrier, **row) for row in rows], batch_size=500)
    return carrier
