from shop.catalogue.models import Category, PhysicalProduct
from tests.world import ShopTestCase


class ApiTests(ShopTestCase):
    def send(self, method, path, data=None, expect=200):
        response = getattr(self.client, method)(f"/api/{path}", data, content_type="application/json")
        self.assertEqual(response.status_code, expect, response.content)
        return response.json() if response.content else None

    def test_products(self):
        self.sign_in(self.staff)
        product = {"sku": "PLANE", "name": "Plane", "price": "60", "attributes": [{"name": "iron", "value": "50 mm"}]}
        self.send("post", "products/", product, expect=201)
        self.assertEqual(self.stock(PhysicalProduct.objects.get(sku="PLANE")).on_hand, 0)
        changed = {"price": "55", "attributes": [{"name": "iron", "value": "45 mm"}]}
        self.send("patch", "products/PLANE/", changed)
        self.send("post", "products/PLANE/publish/", expect=204)
        plane = PhysicalProduct.objects.get(sku="PLANE")
        self.assertEqual((plane.price, plane.status), (55, "published"))
        self.assertEqual(plane.attributes.get().value, "45 mm")
        self.assertEqual(len(self.send("get", "products/")), 3)

    def test_customers_may_not_write(self):
        self.sign_in()
        self.send("post", "products/", {"sku": "X"}, expect=403)

    def test_reviews(self):
        self.sign_in()
        for stars in (3, 5):
            self.send("post", "products/SAW/review/", {"stars": stars}, expect=201)
        self.saw.refresh_from_db()
        self.assertEqual((self.saw.rating, self.saw.review_count), (5, 1))

    def test_categories(self):
        self.sign_in(self.staff)
        made = self.send("post", "categories/", {"name": "Garden"}, expect=201)
        self.send("patch", f"categories/{made['id']}/", {"parent": self.category.pk})
        self.send("delete", f"categories/{made['id']}/", expect=204)
        self.assertEqual(Category.objects.count(), 1)

    def test_addresses(self):
        self.sign_in()
        made = self.send("post", "addresses/", {"line1": "Way 4", "postcode": "1", "city": "Bonn"}, expect=201)
        self.send("delete", f"addresses/{made['id']}/", expect=204)

    def test_ordering(self):
        self.sign_in()
        self.send("post", "checkout/", {"address": self.address.pk}, expect=409)
        self.send("post", "cart/items/", {"sku": "HAMMER", "quantity": 2}, expect=201)
        with self.captureOnCommitCallbacks(execute=True):
            order = self.send("post", "checkout/", {"address": self.address.pk}, expect=201)
        self.assertEqual(order["total"], "40.00")
        self.assertEqual(self.send("get", f"orders/{order['number']}/")["status"], "placed")
