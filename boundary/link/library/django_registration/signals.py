"""Who hears of new users?"""

from django.dispatch import Signal

user_registered = Signal()
user_activated = Signal()
