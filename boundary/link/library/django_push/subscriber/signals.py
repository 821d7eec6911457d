"""Which signal does a notification send?"""

from django.dispatch import Signal

updated = Signal()
