from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from shop.billing.models import Invoice
from shop.billing.services import remind


class Command(BaseCommand):
    help = "Remind customers of invoices that are older than two weeks."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=14)

    def handle(self, *args, days, **options):
        late = Invoice.objects.unpaid().filter(created_at__lt=timezone.now() - timedelta(days=days), reminders__lt=3)
        for invoice in late:
            times = remind(invoice)
            self.stdout.write(f"{invoice}: reminder {times}")
