"""Which table holds what PayPal told?"""

from paypal.standard.ipn.signals import invalid_ipn_received, valid_ipn_received
from paypal.standard.models import PayPalStandardBase


class PayPalIPN(PayPalStandardBase):
    class Meta:
        db_table = "paypal_ipn"
        app_label = "ipn"

    def send_signals(self):
        if self.flag:
            invalid_ipn_received.send(sender=self)
        else:
            valid_ipn_received.send(sender=self)
