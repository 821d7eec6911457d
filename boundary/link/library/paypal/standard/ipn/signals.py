"""Who hears of payments?"""

from django.dispatch import Signal

valid_ipn_received = Signal()
invalid_ipn_received = Signal()
