from django.apps import AppConfig


class OrdersConfig(AppConfig):
    name = "shop.orders"
    verbose_name = "Carts and orders"

    def ready(self):
        from shop.orders import receivers  # noqa: F401
