"""Keeps the stars of a product in step with its reviews."""

from django.db.models import Avg, Count
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from shop.catalogue.models import Product, Review


@receiver([post_save, post_delete], sender=Review)
def count_stars(sender, instance, **kwargs):
    stars = Review.objects.filter(product_id=instance.product_id).aggregate(average=Avg("stars"), count=Count("pk"))
    Product.objects.filter(pk=instance.product_id).update(rating=stars["average"], review_count=stars["count"])
