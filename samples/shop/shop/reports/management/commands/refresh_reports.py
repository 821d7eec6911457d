from django.core.management.base import BaseCommand

from shop.orders.models import Order
from shop.reports import queries


class Command(BaseCommand):
    help = "Count the night's figures."

    def handle(self, *args, **options):
        days = queries.refresh_daily_sales()
        queries.refresh_product_sales(Order.Status.CANCELLED)
        self.stdout.write(f"{days} days")
