from shop.core.tasks import shared_task
from shop.inventory import services
from shop.inventory.models import Reservation, Warehouse


@shared_task
def expire_reservations():
    """Give back what was set aside for carts that nobody paid for."""
    references = Reservation.objects.expired().values_list("reference", flat=True).distinct()
    return sum(services.release(reference) for reference in list(references))


@shared_task(name="inventory.reorder")
def reorder_everywhere():
    for warehouse in Warehouse.objects.all():
        services.reorder(warehouse)
