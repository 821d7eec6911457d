"""What is kept of a message of PayPal's?  Each is compared with those that came before."""

from django.db import models


class PayPalStandardBase(models.Model):
    txn_id = models.CharField(max_length=255, db_index=True)
    flag = models.BooleanField(default=False)
    ipaddress = models.GenericIPAddressField(blank=True, null=True)

    class Meta:
        abstract = True

    def initialize(self, request):
        self.ipaddress = __unknown__

    def set_flag(self, info, code=None):
        self.flag = True

    def clear_flag(self):
        self.flag = False

    def is_transaction(self):
        return __unknown__

    def verify(self):
        self.__class__._default_manager.filter(txn_id=self.txn_id).order_by("-created_at").first()
        self.save()

    def verify_secret(self, form_instance, secret):
        self.save()

    def get_endpoint(self):
        return __unknown__

    def send_signals(self):
        raise NotImplementedError
