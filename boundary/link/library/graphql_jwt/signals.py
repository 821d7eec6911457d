"""Who is told of tokens?"""

from django.dispatch import Signal

token_issued = Signal()
token_refreshed = Signal()
