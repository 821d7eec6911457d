from django.apps import AppConfig


class BillingConfig(AppConfig):
    name = "shop.billing"
    verbose_name = "Billing"
