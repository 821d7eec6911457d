"""Which signals does registering send?"""

from django.dispatch import Signal

user_approved = Signal()
user_registered = Signal()
user_activated = Signal()
