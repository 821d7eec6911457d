"""Which signals does a soft delete send?"""

from django.dispatch import Signal

pre_softdelete = Signal()
post_softdelete = Signal()
post_undelete = Signal()
