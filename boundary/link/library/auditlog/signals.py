"""Who is told of an entry of the log?"""

from django.dispatch import Signal

accessed = Signal()
pre_log = Signal()
post_log = Signal()
