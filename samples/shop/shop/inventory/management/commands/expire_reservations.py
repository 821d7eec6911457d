from django.core.management.base import BaseCommand

from shop.inventory.tasks import expire_reservations


class Command(BaseCommand):
    help = "Release reservations whose time is over; cron runs this every five minutes."

    def handle(self, *args, **options):
        self.stdout.write(f"{expire_reservations()} released")
