"""Which signals are sent?"""

from django.dispatch import Signal

hijack_started = Signal()
hijack_ended = Signal()
