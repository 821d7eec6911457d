"""Which signals do pages send?"""

from django.dispatch import Signal

page_published = Signal()
page_unpublished = Signal()
published = Signal()
unpublished = Signal()
pre_page_move = Signal()
post_page_move = Signal()
page_slug_changed = Signal()
