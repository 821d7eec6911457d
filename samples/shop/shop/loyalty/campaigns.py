"""Writing to customers."""

from django.db import transaction
from django.utils import timezone

from shop.customers.models import Customer
from shop.loyalty import tasks
from shop.loyalty.models import Campaign, Invitation


@transaction.atomic
def plan(name, text, *, tiers=(), coupon=None):
    """Draft a campaign and choose whom it goes to."""
    campaign = Campaign.objects.create(name=name, text=text, coupon=coupon)
    campaign.tiers.set(tiers)
    customers = Customer.objects.wanting_news()
    if tiers:
        customers = customers.filter(loyalty_card__tier__in=tiers)
    campaign.audience.add(*customers)
    return campaign


def send(campaign):
    """Queue one mail for each invitation that was not sent."""
    waiting = campaign.invitations.filter(sent_at__isnull=True)
    with transaction.atomic():
        campaign.sent_at = timezone.now()
        campaign.save(update_fields=["sent_at", "updated_at"])
        for invitation in waiting:
            transaction.on_commit(lambda pk=invitation.pk: tasks.invite.delay(pk))


def opened(campaign, customer):
    """The customer has seen the mail."""
    Invitation.objects.update_or_create(campaign=campaign, customer=customer, defaults={"opened_at": timezone.now()})


def copy(campaign):
    """Do it again, with the same people."""
    with transaction.atomic():
        twin = Campaign.objects.create(name=f"{campaign.name} again", text=campaign.text, coupon=campaign.coupon)
        twin.tiers.add(*campaign.tiers.all())
        Invitation.objects.bulk_create(
            [
                Invitation(campaign=twin, customer_id=pk)
                for pk in campaign.invitations.values_list("customer", flat=True)
            ],
            ignore_conflicts=True,
        )
    return twin
