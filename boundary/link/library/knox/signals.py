"""Who is told that a token has expired?"""

from django.dispatch import Signal

token_expired = Signal()
