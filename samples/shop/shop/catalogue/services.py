"""What the buyers do with the catalogue."""

from django.db import transaction
from django.db.models import F

from shop.catalogue.models import (
    Attribute,
    Brand,
    Category,
    DigitalProduct,
    PhysicalProduct,
    Placement,
    Product,
)
from shop.catalogue.signals import product_published
from shop.core.transactions import transactional, unit_of_work


@transaction.atomic
def add_product(sku, name, price, *, brand=None, categories=(), attributes=None, weight_grams=None, file_name=""):
    """Put a new product into the catalogue; inventory makes room for it by a signal."""
    maker = Brand.objects.get_or_create(name=brand)[0] if brand else None
    if weight_grams is None:
        product = DigitalProduct.objects.create(sku=sku, name=name, price=price, brand=maker, file_name=file_name)
    else:
        product = PhysicalProduct.objects.create(
            sku=sku, name=name, price=price, brand=maker, weight_grams=weight_grams
        )
    place_in(product, categories)
    Attribute.objects.bulk_create(
        Attribute(product=product, name=key, value=value) for key, value in (attributes or {}).items()
    )
    return product


def place_in(product, categories):
    """Append a product to the categories in which it is not yet."""
    for category in categories:
        if product.placements.filter(category=category).exists():
            continue
        position = category.placements.count()
        Placement.objects.create(product=product, category=category, position=position)


@transactional
def publish(product):
    product.status = Product.Status.PUBLISHED
    product.save(update_fields=["status", "updated_at"])
    product_published.send(sender=Product, product=product)


def discontinue(product, *, replacement=None):
    """Stop selling a product, and point those who look for it at another."""
    with transaction.atomic():
        product.status = Product.Status.DISCONTINUED
        product.save()
        if replacement:
            product.related.add(replacement)


def reprice_brand(brand, factor):
    with unit_of_work("reprice"):
        return Product.objects.filter(brand=brand).reprice(factor)


def move_up(placement):
    """Swap a product with the one before it."""
    with transaction.atomic():
        before = Placement.objects.filter(category=placement.category, position__lt=placement.position).last()
        if before is None:
            return
        Placement.objects.filter(pk=before.pk).update(position=F("position") + 1)
        placement.position = F("position") - 1
        placement.save(update_fields=["position"])


@transaction.atomic
def merge_categories(source, target):
    """Move all products of one category to another and delete the empty one."""
    already = target.placements.values_list("product_id", flat=True)
    source.placements.exclude(product_id__in=list(already)).update(category=target)
    source.children.update(parent=target)
    Category.objects.get(pk=source.pk).delete()


def review(product, author, stars, text=""):
    """Write or replace one's review."""
    written, _ = product.reviews.update_or_create(author=author, defaults={"stars": stars, "text": text})
    return written
