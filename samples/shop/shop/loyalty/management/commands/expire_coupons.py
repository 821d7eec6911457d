from django.core.management.base import BaseCommand
from django.utils import timezone

from shop.loyalty.coupons import throw_away_unused, withdraw
from shop.loyalty.models import Coupon


class Command(BaseCommand):
    help = "Retire coupons whose time is over, and delete those that nobody used."

    def handle(self, *args, **options):
        codes = Coupon.objects.live().filter(valid_until__lt=timezone.now()).values_list("code", flat=True)
        withdraw(list(codes))
        throw_away_unused()
