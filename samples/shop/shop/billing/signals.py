"""What billing tells the rest of the shop. Receivers run inside its transaction."""

from django.dispatch import Signal

invoice_issued = Signal()
invoice_paid = Signal()
money_returned = Signal()
