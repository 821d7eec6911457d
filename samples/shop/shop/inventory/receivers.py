"""A product needs a shelf: inventory follows the catalogue."""

from django.db.models.signals import post_save

from shop.catalogue.models import PhysicalProduct
from shop.catalogue.signals import product_published
from shop.inventory.models import Stock, Warehouse

PLENTY = 1_000_000


def make_room(sender, instance, created, **kwargs):
    """Every new thing on a shelf starts with nothing there."""
    if not created:
        return
    warehouse = Warehouse.default()
    if warehouse is not None:
        Stock.objects.create(product=instance, warehouse=warehouse)


def open_tap(sender, product, **kwargs):
    """Downloads never run out."""
    if not hasattr(product, "digitalproduct") or product.stock.exists():
        return
    cloud, _ = Warehouse.objects.get_or_create(code="cloud", defaults={"name": "Downloads"})
    Stock.objects.create(product=product, warehouse=cloud, on_hand=PLENTY)


def connect():
    post_save.connect(make_room, sender=PhysicalProduct, dispatch_uid="inventory-make-room")
    product_published.connect(open_tap, dispatch_uid="inventory-open-tap")
