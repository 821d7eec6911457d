"""Which signals do thumbnails send?"""

from django.dispatch import Signal

saved_file = Signal()
thumbnail_created = Signal()
thumbnail_missed = Signal()
