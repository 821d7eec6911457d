from django.apps import AppConfig


class InventoryConfig(AppConfig):
    name = "shop.inventory"
    verbose_name = "Inventory"

    def ready(self):
        from shop.inventory import receivers

        receivers.connect()
