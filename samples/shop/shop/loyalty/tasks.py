from django.core.mail import send_mail
from django.utils import timezone

from shop.core.tasks import shared_task
from shop.loyalty.models import Invitation


@shared_task
def invite(invitation_id):
    invitation = Invitation.objects.select_related("campaign", "customer__user").get(pk=invitation_id)
    send_mail(invitation.campaign.name, invitation.campaign.text, None, [invitation.customer.user.email])
    invitation.sent_at = timezone.now()
    invitation.save(update_fields=["sent_at"])
