from django.apps import AppConfig


class CustomersConfig(AppConfig):
    name = "shop.customers"
    label = "accounts"  # the app was called so when the first tables were made
    verbose_name = "Customers"

    def ready(self):
        from shop.customers import receivers  # noqa: F401
