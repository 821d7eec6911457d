from django.contrib.admin.models import LogEntry
from django.urls import reverse

from shop.catalogue.models import PhysicalProduct, Product
from shop.inventory import services
from shop.inventory.models import PurchaseOrder, Supplier, Warehouse
from shop.orders.models import Order
from tests.world import ShopTestCase


class AdminTests(ShopTestCase):
    def setUp(self):
        self.sign_in(self.staff)

    def act(self, model, action, *objects):
        self.client.post(
            reverse(f"admin:{model}_changelist"), {"action": action, "_selected_action": [o.pk for o in objects]}
        )

    def product_form(self, **changed):
        rows = {"attributes-TOTAL_FORMS": "1", "attributes-INITIAL_FORMS": "0"}
        rows |= {"attributes-0-name": "colour", "attributes-0-value": "red"}
        rows |= {"placements-TOTAL_FORMS": "0", "placements-INITIAL_FORMS": "0"}
        form = {"sku": "NAIL", "name": "Nail", "status": "draft", "price": "1.00", "weight_grams": "2"}
        return form | rows | changed

    def test_adding_a_product_makes_room_for_it(self):
        self.client.post(reverse("admin:catalogue_physicalproduct_add"), self.product_form())
        nail = PhysicalProduct.objects.get(sku="NAIL")
        self.assertEqual(self.stock(nail).on_hand, 0)
        self.assertTrue(LogEntry.objects.filter(object_id=nail.pk).exists())

    def test_changing_a_price(self):
        hammer = PhysicalProduct.objects.get(sku="HAMMER")
        form = self.product_form(sku="HAMMER", name="Hammer", price="25.00", status="published")
        placement = hammer.placements.get()
        form |= {"placements-TOTAL_FORMS": "1", "placements-INITIAL_FORMS": "1"}
        form |= {"placements-0-id": placement.pk, "placements-0-product": hammer.pk}
        form |= {"placements-0-category": placement.category_id, "placements-0-position": "5"}
        self.client.post(reverse("admin:catalogue_physicalproduct_change", args=[hammer.pk]), form)
        self.assertEqual(hammer.price_changes.get().new, 25)

    def test_actions_on_products(self):
        saw = PhysicalProduct.objects.get(sku="SAW")
        self.act("catalogue_physicalproduct", "discontinue", saw)
        self.assertEqual(Product.objects.get(pk=saw.pk).status, "discontinued")
        self.act("catalogue_physicalproduct", "publish", saw)
        self.assertEqual(Product.objects.get(pk=saw.pk).status, "published")

    def test_deleting_a_product(self):
        self.client.post(reverse("admin:catalogue_physicalproduct_delete", args=[self.saw.pk]), {"post": "yes"})
        self.assertFalse(Product.objects.filter(sku="SAW").exists())

    def test_one_default_warehouse(self):
        self.client.post(
            reverse("admin:inventory_warehouse_add"), {"code": "north", "name": "North", "is_default": "on"}
        )
        self.assertEqual(Warehouse.default().code, "north")

    def test_receiving_a_purchase(self):
        supplier = Supplier.objects.create(name="Smith")
        purchase = services.order_from(supplier, self.warehouse, {self.saw: 7})
        self.act("inventory_purchaseorder", "receive_all", purchase)
        self.assertEqual(PurchaseOrder.objects.get().status, "received")
        self.assertEqual(self.stock(self.saw).on_hand, 10)

    def test_cancelling_orders(self):
        order = self.order()
        self.act("orders_order", "cancel", order)
        self.assertEqual(Order.objects.get(pk=order.pk).status, "cancelled")
