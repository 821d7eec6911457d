"""Which signals do revisions send?"""

from django.dispatch import Signal

pre_revision_commit = Signal()
post_revision_commit = Signal()
