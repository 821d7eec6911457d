"""What does a queryset do that looks up which rows are there?  One transaction for each batch."""

from django.db import models, transaction


class BulkUpdateOrCreateMixin:
    def bulk_update_or_create(self, objs, update_fields, match_field="pk", **kwargs):
        with transaction.atomic():
            list(self.filter(pk__in=objs))
            self.bulk_update(objs, update_fields)
            self.bulk_create(objs)

    def bulk_update_or_create_context(self, update_fields, match_field="pk", batch_size=100, **kwargs):
        return _Helper(self, update_fields)


class BulkUpdateOrCreateQuerySet(BulkUpdateOrCreateMixin, models.QuerySet):
    pass


class _Helper:
    def __init__(self, queryset, update_fields):
        self._queryset = queryset
        self._update_fields = update_fields

    def queue(self, obj):
        self._queryset.bulk_update_or_create([obj], self._update_fields)

    def queue_obj(self, **kwargs):
        self.queue(self._queryset.model(**kwargs))

    def dump_queue(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.dump_queue()
