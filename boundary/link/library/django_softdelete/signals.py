"""Which signals does a soft delete send?"""

from django.dispatch import Signal

post_hard_delete = Signal()
post_soft_delete = Signal()
post_restore = Signal()
