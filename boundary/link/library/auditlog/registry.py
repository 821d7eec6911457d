"""Which changes are logged?"""

from auditlog.models import LogEntry
from django.db.models.signals import m2m_changed, post_save, pre_delete, pre_save


def log_change(instance, **kwargs):
    LogEntry.objects.log_create(instance)


class AuditlogModelRegistry:
    def register(self, model=None, include_fields=None, exclude_fields=None, m2m_fields=None, **options):
        def registrar(cls):
            pre_save.connect(log_change, sender=cls)
            post_save.connect(log_change, sender=cls)
            pre_delete.connect(log_change, sender=cls)
            for name in m2m_fields or ():
                m2m_changed.connect(log_change, sender=getattr(cls, name).through)
            return cls

        if model is None:
            return registrar
        return registrar(model)

    def contains(self, model):
        return __unknown__

    def unregister(self, model):
        pass


auditlog = AuditlogModelRegistry()
