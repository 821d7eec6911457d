"""What the catalogue tells the rest of the shop."""

from django.dispatch import Signal

product_published = Signal()
