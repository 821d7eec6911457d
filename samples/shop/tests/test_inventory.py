from datetime import timedelta

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from shop.inventory import services, tasks
from shop.inventory.models import Movement, OutOfStockError, PurchaseOrder, Reservation, Stock, Supplier
from tests.world import ShopTestCase


class InventoryTests(ShopTestCase):
    def test_reserving_is_all_or_nothing(self):
        with self.assertRaises(OutOfStockError):
            services.reserve("x", {self.hammer: 1, self.saw: 4})
        self.assertEqual(self.stock(self.hammer).reserved, 0)
        services.reserve("x", {self.hammer: 1, self.saw: 3})
        self.assertEqual(self.stock(self.saw).free, 0)

    def test_reservations_expire(self):
        services.reserve("x", {self.hammer: 2})
        Reservation.objects.update(expires_at=timezone.now() - timedelta(hours=1))
        call_command("expire_reservations", verbosity=0)
        self.assertEqual(self.stock(self.hammer).reserved, 0)

    def test_handing_over(self):
        services.reserve("x", {self.hammer: 2})
        self.assertEqual(services.hand_over("x"), 2)
        self.assertEqual(self.stock(self.hammer).on_hand, 8)
        self.assertEqual(services.turnover(self.stock(self.hammer)), 2)

    def test_counting(self):
        self.sign_in(self.staff)
        stock = self.stock(self.saw)
        self.client.post(reverse("inventory:count", args=[stock.pk]), {"counted": "5"})
        self.assertEqual(self.stock(self.saw).on_hand, 5)
        self.assertEqual(Movement.objects.get().quantity, 2)

    def test_reordering_and_receiving(self):
        supplier = Supplier.objects.create(name="Smith")
        supplier.products.add(self.saw)
        Stock.objects.filter(product=self.saw).update(reorder_level=5)
        self.sign_in(self.staff)
        self.assertContains(self.client.get(reverse("inventory:low")), "3 of")
        self.client.post(reverse("inventory:reorder", args=["main"]))
        purchase = PurchaseOrder.objects.get()
        self.client.post(reverse("inventory:receive", args=[purchase.pk]))
        self.assertEqual(self.stock(self.saw).on_hand, 10)
        tasks.reorder_everywhere()
        self.assertEqual(PurchaseOrder.objects.count(), 1)
