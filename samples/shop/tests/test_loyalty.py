from datetime import timedelta

from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from shop.loyalty import campaigns, services
from shop.loyalty.models import Campaign, Coupon, Invitation, Tier
from tests.world import ShopTestCase


class LoyaltyTests(ShopTestCase):
    def test_points_become_a_coupon(self):
        card = services.open_account(self.customer)
        services.earn(card, 120, "a present")
        self.sign_in()
        self.assertContains(self.client.get(reverse("loyalty:points")), "a present")
        self.client.post(reverse("loyalty:swap"), {"points": "100"})
        card.refresh_from_db()
        self.assertEqual(card.points, 20)
        self.assertEqual(Coupon.objects.get().amount, 2)
        self.assertContains(self.client.post(reverse("loyalty:swap"), {"points": "100"}), "20 points")

    def test_campaigns(self):
        self.sign_in(self.staff)
        self.client.post(reverse("loyalty:coupon-create"), {"code": "MAY", "percent": "5", "amount": "0", "limit": "9"})
        services.open_account(self.customer)
        campaign = campaigns.plan("May", "Come!", tiers=[Tier.objects.first()], coupon=Coupon.objects.get())
        self.assertEqual(campaign.audience.get(), self.customer)
        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(reverse("loyalty:campaign-send", args=[campaign.pk]))
        self.assertEqual(mail.outbox[-1].subject, "May")
        self.assertIsNotNone(Invitation.objects.get().sent_at)
        campaigns.opened(campaign, self.customer)
        twin = campaigns.copy(campaign)
        self.assertEqual(twin.invitations.count(), 1)
        self.client.post(reverse("loyalty:campaign-delete", args=[campaign.pk]))
        self.assertEqual(Campaign.objects.get(), twin)

    def test_coupons_expire(self):
        yesterday = timezone.now() - timedelta(days=1)
        for code, used in (("A", 0), ("B", 1)):
            Coupon.objects.create(code=code, used=used, valid_until=yesterday)
        call_command("expire_coupons")
        self.assertFalse(Coupon.objects.usable().exists())
        self.assertEqual(Coupon.objects.get().code, "B")
