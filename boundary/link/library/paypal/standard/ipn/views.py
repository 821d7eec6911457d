"""What does a message of PayPal's do?  It is kept, and then passed on."""

from django.http import HttpResponse
from paypal.standard.ipn.models import PayPalIPN


def ipn(request):
    ipn_obj = PayPalIPN()
    ipn_obj.initialize(request)
    if __unknown__:
        ipn_obj.set_flag(__unknown__)
    elif __unknown__:
        ipn_obj.verify_secret(__unknown__, __unknown__)
    else:
        ipn_obj.verify()
    ipn_obj.save()
    ipn_obj.send_signals()
    return HttpResponse("OKAY")
