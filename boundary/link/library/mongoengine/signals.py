"""Which signals does mongoengine send?  Around what is done to documents, with their class and `document=`."""

from blinker import Signal

signals_available = True

pre_init = Signal()
post_init = Signal()
pre_save = Signal()
pre_save_post_validation = Signal()
post_save = Signal()
pre_delete = Signal()
post_delete = Signal()
pre_bulk_insert = Signal()
post_bulk_insert = Signal()
