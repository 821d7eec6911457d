"""Which signals are sent about users?"""

from django.dispatch import Signal

user_registered = Signal()
user_activated = Signal()
user_updated = Signal()
