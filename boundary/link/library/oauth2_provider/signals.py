"""Which signal tells of a new token?"""

from django.dispatch import Signal

app_authorized = Signal()
