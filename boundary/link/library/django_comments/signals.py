"""Which signals do comments send?"""

from django.dispatch import Signal

comment_will_be_posted = Signal()
comment_was_posted = Signal()
comment_was_flagged = Signal()
