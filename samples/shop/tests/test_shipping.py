from django.urls import reverse

from shop.shipping import services
from shop.shipping.models import Parcel, Rate, Shipment
from tests.world import ShopTestCase


class ShippingTests(ShopTestCase):
    def test_from_packing_to_the_door(self):
        order = self.paid_order((self.hammer, 2), (self.saw, 1))
        self.sign_in(self.staff)
        for _ in range(2):
            self.client.post(reverse("shipping:pack", args=[order.number]), {"carrier": "dhl"})
        shipment = Shipment.objects.get()
        parcel = shipment.parcels.get()
        self.assertEqual(parcel.grams, 2500)
        self.assertContains(self.client.get(reverse("shipping:waiting")), order.number)
        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(reverse("shipping:dispatch", args=[shipment.pk]))
        order.refresh_from_db()
        self.assertEqual(order.status, "shipped")
        self.assertEqual(self.stock(self.hammer).on_hand, 8)
        scan = {"code": parcel.tracking_code, "place": "Berlin", "status": "delivered"}
        self.client.post(reverse("shipping:webhook"), scan)
        shipment.refresh_from_db()
        self.assertIsNotNone(shipment.delivered_at)
        self.assertEqual(self.client.post(reverse("shipping:webhook"), scan | {"code": "?"}).status_code, 404)
        self.assertIs(services.dispatch(shipment).pk, shipment.pk)

    def test_heavy_orders_are_divided(self):
        self.hammer.physicalproduct.weight_grams = 20_000
        self.hammer.physicalproduct.save()
        order = self.paid_order((self.hammer, 1), (self.saw, 3))
        self.saw.physicalproduct.weight_grams = 10_000
        self.saw.physicalproduct.save()
        services.pack(order, self.carrier)
        self.assertEqual(Parcel.objects.count(), 2)

    def test_a_new_price_list(self):
        self.sign_in(self.staff)
        rates = "country,up_to_grams,price\nDE,1000,4.50\nAT,1000,9.00\n"
        self.client.post(reverse("shipping:rates"), {"carrier": "dhl", "rates": rates})
        self.assertEqual(Rate.objects.count(), 2)
