from django.core.management import call_command
from django.urls import reverse

from shop.reports.models import DailySales, ProductSales
from tests.world import ShopTestCase


class ReportTests(ShopTestCase):
    def test_the_night_counts(self):
        self.paid_order((self.hammer, 2))
        call_command("refresh_reports", verbosity=0)
        self.assertEqual(DailySales.objects.get().revenue, 40)
        self.assertEqual(ProductSales.objects.get().pieces, 2)

    def test_pages(self):
        self.order((self.saw, 1))
        self.sign_in(self.staff)
        for name, text in (("customers", "Ann"), ("stock", "SAW"), ("sales", "Nothing here")):
            with self.subTest(name):
                self.assertContains(self.client.get(reverse(f"reports:{name}")), text)
