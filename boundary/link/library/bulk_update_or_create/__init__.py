"""What does django-bulk-update-or-create export?"""

from bulk_update_or_create.query import BulkUpdateOrCreateMixin, BulkUpdateOrCreateQuerySet
