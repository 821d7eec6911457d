"""A small world to test in: people, products on shelves, a carrier."""

from decimal import Decimal

from django.test import TestCase

from shop.billing import services as billing
from shop.billing.models import Invoice
from shop.catalogue import services as catalogue
from shop.catalogue.models import Category, Product
from shop.customers import services as customers
from shop.customers.models import User
from shop.inventory.models import Stock, Warehouse
from shop.loyalty.models import Tier
from shop.orders.checkout import place_order
from shop.orders.models import Cart
from shop.shipping.models import Carrier, Rate


class ShopTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.warehouse = Warehouse.objects.create(code="main", name="Main", is_default=True)
        cls.category = Category.objects.create(name="Tools")
        cls.hammer = cls.product("HAMMER", "20.00", 10, weight_grams=900)
        cls.saw = cls.product("SAW", "35.50", 3, weight_grams=700)
        Tier.objects.bulk_create([Tier(name="wood", from_points=0), Tier(name="steel", from_points=50, factor=2)])
        cls.carrier = Carrier.objects.create(code="dhl", name="DHL")
        Rate.objects.create(carrier=cls.carrier, country="DE", up_to_grams=31_500, price="5.90")
        cls.customer = customers.register("ann@example.org", "correct horse", name="Ann", newsletter=True)
        cls.address = cls.customer.addresses.create(line1="Lane 1", postcode="10115", city="Berlin")
        cls.staff = User.objects.create_user("boss@example.org", "battery staple", is_staff=True, is_superuser=True)

    @classmethod
    def product(cls, sku, price, on_hand, **extra):
        product = catalogue.add_product(sku, sku.title(), Decimal(price), categories=[cls.category], **extra)
        Stock.objects.filter(product=product).update(on_hand=on_hand)
        Product.objects.filter(pk=product.pk).update(status=Product.Status.PUBLISHED)
        return Product.objects.get(pk=product.pk)

    def order(self, *quantities, coupon=""):
        """Order some of each product, and let what follows happen."""
        cart = Cart.objects.create(customer=self.customer, coupon_code=coupon)
        for product, quantity in quantities or [(self.hammer, 1)]:
            cart.add(product, quantity)
        with self.captureOnCommitCallbacks(execute=True):
            return place_order(cart, self.customer, self.address)

    def paid_order(self, *quantities):
        order = self.order(*quantities)
        invoice = Invoice.objects.get(order=order)
        with self.captureOnCommitCallbacks(execute=True):
            billing.record_payment(invoice, invoice.balance)
        order.refresh_from_db()
        return order

    def stock(self, product):
        return Stock.objects.get(product=product)

    def sign_in(self, user=None):
        self.client.force_login(user or self.customer.user)
