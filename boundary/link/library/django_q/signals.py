"""Which signals does the queue send?"""

from django.dispatch import Signal

pre_enqueue = Signal()
pre_execute = Signal()
post_execute = Signal()
post_spawn = Signal()
