"""Figures that are counted at night."""

from django.db import models


class DailySales(models.Model):
    day = models.DateField(primary_key=True)
    orders = models.PositiveIntegerField(default=0)
    revenue = models.DecimalField(max_digits=14, decimal_places=2, default=0)

    class Meta:
        verbose_name_plural = "daily sales"
        ordering = ["-day"]

    def __str__(self):
        return f"{self.day}: {self.orders}"


class ProductSales(models.Model):
    sku = models.CharField(max_length=32, unique=True)
    pieces = models.PositiveIntegerField(default=0)
    revenue = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    counted_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return f"{self.sku}: {self.pieces}"
