import json
from datetime import timedelta

from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from shop.audit.models import Entry
from shop.audit.trail import history
from shop.billing.ledger import Booking, UnbalancedError
from shop.billing.models import Invoice, LedgerEntry, Payment
from shop.loyalty.models import Coupon
from tests.world import ShopTestCase


class BillingTests(ShopTestCase):
    def test_an_invoice_spends_the_coupon(self):
        Coupon.objects.create(code="TEN", percent=10)
        order = self.order((self.hammer, 2), coupon="ten")
        invoice = Invoice.objects.get(order=order)
        self.assertEqual(invoice.total, 36)
        self.assertEqual(invoice.lines.get().amount, 36)
        self.assertEqual(Coupon.objects.get().used, 1)
        self.assertIn(invoice.number, mail.outbox[-1].subject)
        self.assertEqual([entry.verb for entry in history(invoice)], ["issued"])

    def test_paying_earns_points(self):
        order = self.order((self.hammer, 3))
        invoice = Invoice.objects.get(order=order)
        self.sign_in(self.staff)
        self.assertContains(self.client.get(reverse("billing:unpaid")), invoice.number)
        for amount in ("20", "40"):
            with self.captureOnCommitCallbacks(execute=True):
                self.client.post(reverse("billing:pay", args=[invoice.number]), {"amount": amount, "method": "cash"})
        order.refresh_from_db()
        self.assertEqual(order.status, "paid")
        self.assertEqual(self.customer.loyalty_card.points, 60)
        self.assertEqual(self.customer.loyalty_card.tier.name, "steel")
        self.assertEqual(LedgerEntry.objects.balance("receivables"), 0)

    def test_refunding_takes_points_back(self):
        self.paid_order((self.hammer, 2))
        payment = Payment.objects.get()
        self.sign_in(self.staff)
        self.client.post(reverse("billing:refund", args=[payment.pk]), {"amount": "15", "reason": "scratched"})
        self.assertEqual(payment.refunds.get().credit_note.number, "C000001")
        self.assertEqual(self.customer.loyalty_card.points, 25)

    def test_the_provider_calls(self):
        invoice = Invoice.objects.get(order=self.order())
        event = {"type": "payment.succeeded", "invoice": invoice.number, "amount": 20, "id": "ch_1"}
        for kind in ("payment.succeeded", "payment.reversed"):
            with self.captureOnCommitCallbacks(execute=True):
                response = self.client.post(
                    reverse("billing:webhook"), json.dumps(event | {"type": kind}), content_type="application/json"
                )
            self.assertEqual(response.json(), {"received": True})
        invoice.refresh_from_db()
        self.assertIsNone(invoice.settled_at)
        self.assertEqual(invoice.balance, 20)

    def test_reminders(self):
        invoice = Invoice.objects.get(order=self.order())
        Invoice.objects.update(created_at=timezone.now() - timedelta(days=20))
        call_command("send_reminders", verbosity=0)
        invoice.refresh_from_db()
        self.assertEqual(invoice.reminders, 1)

    def test_bookings_add_up(self):
        with self.assertRaises(UnbalancedError), Booking("X") as booking:
            booking.debit("bank", 1)
        self.assertFalse(LedgerEntry.objects.exists())

    def test_the_log_is_append_only(self):
        self.order()
        entry = Entry.objects.get()
        for change in (entry.save, entry.delete, Entry.objects.all().delete):
            with self.assertRaises(PermissionDenied):
                change()
