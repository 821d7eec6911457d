"""What is told when a live setting has been set?"""

from django.dispatch import Signal

config_updated = Signal()
