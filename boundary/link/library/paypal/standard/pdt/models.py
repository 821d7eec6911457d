"""Which table holds it?"""

from paypal.standard.models import PayPalStandardBase


class PayPalPDT(PayPalStandardBase):
    class Meta:
        db_table = "paypal_pdt"
        app_label = "pdt"
