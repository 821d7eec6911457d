from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "shop.catalogue"
    verbose_name = "Catalogue"

    def ready(self):
        from shop.catalogue import receivers  # noqa: F401
