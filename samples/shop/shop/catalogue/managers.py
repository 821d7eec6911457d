from django.db import models
from django.db.models import Avg, Count, Q


class CategoryQuerySet(models.QuerySet):
    def roots(self):
        return self.filter(parent__isnull=True)

    def with_product_count(self):
        return self.annotate(product_count=Count("products", filter=Q(products__retired_at__isnull=True)))


class ProductQuerySet(models.QuerySet):
    def published(self):
        return self.filter(status=self.model.Status.PUBLISHED, retired_at__isnull=True)

    def in_category(self, category):
        return self.filter(Q(categories=category) | Q(categories__parent=category)).distinct()

    def search(self, words):
        found = self
        for word in words.split():
            found = found.filter(Q(name__icontains=word) | Q(description__icontains=word) | Q(sku__iexact=word))
        return found

    def rated(self):
        return self.annotate(average=Avg("reviews__stars")).order_by("-average")

    def reprice(self, factor):
        """Change all prices by a factor and remember the old ones."""
        from shop.catalogue.models import PriceChange

        products = list(self.select_for_update())
        changes = []
        for product in products:
            old, product.price = product.price, round(product.price * factor, 2)
            changes.append(PriceChange(product=product, old=old, new=product.price))
        PriceChange.objects.bulk_create(changes)
        self.model.objects.bulk_update(products, ["price"])
        return len(changes)


class ProductManager(models.Manager.from_queryset(ProductQuerySet)):
    def get_by_natural_key(self, sku):
        return self.get(sku=sku)


class LiveProductManager(ProductManager):
    """What may be sold."""

    def get_queryset(self):
        return super().get_queryset().published()
