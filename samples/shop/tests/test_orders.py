from datetime import timedelta

from django.test import TransactionTestCase
from django.urls import reverse
from django.utils import timezone

from shop.billing.models import Invoice
from shop.customers.services import register
from shop.orders import checkout, tasks
from shop.orders.models import Cart, Order
from tests.world import ShopTestCase


class CartTests(ShopTestCase):
    def test_changing_and_removing_lines(self):
        self.client.post(reverse("orders:add", args=["HAMMER"]), {"quantity": 1})
        self.client.post(reverse("orders:add", args=["HAMMER"]), {"quantity": 1})
        self.client.post(reverse("orders:add", args=["SAW"]), {"quantity": 1})
        self.assertEqual(self.client.get(reverse("orders:cart")).status_code, 200)
        hammer, saw = Cart.objects.get().lines.order_by("pk")
        self.assertEqual(hammer.quantity, 2)
        form = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2", "form-0-id": hammer.pk, "form-0-quantity": "3"}
        form |= {"form-1-id": saw.pk, "form-1-quantity": "1", "form-1-DELETE": "on"}
        self.client.post(reverse("orders:cart"), form)
        self.assertEqual(Cart.objects.get().lines.get().quantity, 3)

    def test_old_carts_are_thrown_away(self):
        cart = Cart.objects.create()
        cart.add(self.hammer)
        Cart.objects.update(updated_at=timezone.now() - timedelta(days=60))
        self.assertEqual(tasks.tidy_carts(), 2)


class OrderTests(ShopTestCase):
    def test_checkout(self):
        self.sign_in()
        self.client.post(reverse("orders:add", args=["SAW"]), {"quantity": 2})
        form = {"address": self.address.pk, "coupon_code": "NONE"}
        with self.captureOnCommitCallbacks(execute=True):
            response = self.client.post(reverse("orders:checkout"), form)
        order = Order.objects.get()
        self.assertRedirects(response, order.get_absolute_url())
        self.assertEqual(order.total, 71)
        self.assertEqual(self.stock(self.saw).reserved, 2)
        self.assertEqual(Invoice.objects.get().total, 71)
        self.assertContains(self.client.get(reverse("orders:orders")), order.number)

    def test_not_enough(self):
        self.sign_in()
        self.client.post(reverse("orders:add", args=["SAW"]), {"quantity": 4})
        response = self.client.post(reverse("orders:checkout"), {"address": self.address.pk})
        self.assertContains(response, "not enough of")
        self.assertFalse(Order.objects.exists())

    def test_nothing(self):
        self.sign_in()
        response = self.client.post(reverse("orders:checkout"), {"address": self.address.pk})
        self.assertRedirects(response, reverse("orders:cart"))

    def test_cancelling_gives_the_goods_and_the_money_back(self):
        order = self.paid_order((self.saw, 1))
        self.assertEqual(order.status, "paid")
        self.sign_in()
        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(reverse("orders:cancel", args=[order.number]), {"reason": "too heavy"})
        order.refresh_from_db()
        self.assertEqual(order.status, "cancelled")
        self.assertEqual(self.stock(self.saw).reserved, 0)
        self.assertEqual(sum(invoice.total for invoice in order.invoices.all()), 0)
        with self.assertRaises(ValueError):
            checkout.cancel_order(order)


class CommitTests(TransactionTestCase):
    def test_the_welcome_follows_the_commit(self):
        customer = register("eve@example.org", "correct horse")
        self.assertEqual(customer.loyalty_card.entries.count(), 1)
