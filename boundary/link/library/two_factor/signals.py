"""What is told of verified users?"""

from django.dispatch import Signal

user_verified = Signal()
