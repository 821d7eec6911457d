from django.apps import AppConfig


class LoyaltyConfig(AppConfig):
    name = "shop.loyalty"
    verbose_name = "Loyalty and coupons"

    def ready(self):
        from shop.loyalty import receivers  # noqa: F401
