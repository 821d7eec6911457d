from datetime import timedelta

from django.core import mail
from django.urls import reverse
from django.utils import timezone

from shop.customers import services, tasks
from shop.customers.models import Address, Customer, Interest, User
from shop.orders.models import Cart
from tests.world import ShopTestCase


class AccountTests(ShopTestCase):
    def test_registering_opens_an_account_and_a_card(self):
        with self.captureOnCommitCallbacks(execute=True):
            response = self.client.post(
                reverse("customers:register"),
                {"email": "bob@example.org", "name": "Bob", "password": "long enough 7", "newsletter": "on"},
            )
        self.assertRedirects(response, reverse("customers:addresses"))
        bob = Customer.objects.get(user__email="bob@example.org")
        self.assertEqual(bob.name, "Bob")
        self.assertTrue(bob.agreed_to("newsletter"))
        self.assertEqual(bob.loyalty_card.points, 0)
        self.assertIn("bob@example.org", mail.outbox[0].to)

    def test_an_address_is_taken_once(self):
        response = self.client.post(
            reverse("customers:register"), {"email": "ANN@example.org", "password": "long enough 7"}
        )
        self.assertContains(response, "has an account already")

    def test_signing_in_keeps_the_cart(self):
        self.client.post(reverse("orders:add", args=["HAMMER"]), {"quantity": 2})
        self.client.post(reverse("customers:login"), {"username": "ann@example.org", "password": "correct horse"})
        self.assertEqual(Cart.objects.get(customer=self.customer).lines.get().quantity, 2)
        self.client.post(reverse("customers:logout"))
        self.client.post(reverse("orders:add", args=["SAW"]), {"quantity": 1})
        self.client.post(reverse("customers:login"), {"username": "ann@example.org", "password": "correct horse"})
        self.assertEqual(Cart.objects.get(customer=self.customer).lines.count(), 2)

    def test_profile(self):
        garden = Interest.objects.create(slug="garden", name="Garden")
        self.sign_in()
        response = self.client.post(reverse("customers:profile"), {"name": "Anna", "interests": [garden.pk]})
        self.assertRedirects(response, reverse("customers:profile"))
        self.customer.refresh_from_db()
        self.assertEqual(self.customer.name, "Anna")
        self.assertEqual(self.customer.interests.get(), garden)
        services.choose_interests(self.customer, [])
        self.assertFalse(self.customer.interests.exists())

    def test_last_seen_is_noted(self):
        self.sign_in()
        self.client.get(reverse("customers:addresses"))
        self.assertIsNotNone(User.objects.get(pk=self.customer.user_id).last_seen)

    def test_addresses(self):
        self.sign_in()
        form = {"line1": "Road 2", "postcode": "20095", "city": "Hamburg", "country": "DE"}
        self.client.post(reverse("customers:address-create"), form)
        second = Address.objects.get(line1="Road 2")
        self.assertTrue(second.is_default)
        self.client.post(reverse("customers:address-default", args=[self.address.pk]))
        self.assertEqual(self.customer.default_address, self.address)
        self.client.post(reverse("customers:address-delete", args=[second.pk]))
        self.assertEqual(self.customer.addresses.count(), 1)

    def test_moving_house(self):
        services.move_house(self.customer, line1="Street 3", postcode="50667", city="Cologne")
        self.assertEqual(self.customer.addresses.get().line1, "Street 3")

    def test_erasing(self):
        self.sign_in()
        self.client.post(reverse("customers:erase"))
        self.customer.refresh_from_db()
        self.assertEqual(self.customer.name, "erased")
        self.assertFalse(self.customer.addresses.exists())
        self.assertFalse(User.objects.get(pk=self.customer.user_id).is_active)

    def test_sleepers_are_closed(self):
        User.objects.filter(pk=self.customer.user_id).update(last_seen=timezone.now() - timedelta(days=1000))
        self.assertEqual(tasks.deactivate_sleepers(), 1)
