"""Which changes are logged?"""

from auditlog.receivers import log_access, log_create, log_delete, log_m2m_changes, log_update
from auditlog.signals import accessed
from django.apps import apps
from django.conf import settings
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save


class AuditlogModelRegistry:
    def register(self, model=None, include_fields=None, exclude_fields=None, m2m_fields=None, **options):
        def registrar(cls):
            post_save.connect(log_create, sender=cls)
            pre_save.connect(log_update, sender=cls)
            post_delete.connect(log_delete, sender=cls)
            accessed.connect(log_access, sender=cls)
            for name in m2m_fields or ():
                m2m_changed.connect(log_m2m_changes, sender=getattr(cls, name).through)
            return cls

        if model is None:
            return registrar
        return registrar(model)

    def register_from_settings(self):
        if settings.AUDITLOG_INCLUDE_ALL_MODELS:
            excluded = settings.AUDITLOG_EXCLUDE_TRACKING_MODELS
            models = apps.get_models()
            for model in [one for one in models if not (one._meta.app_label in excluded or one._meta.label in excluded)]:
                self.register(model, m2m_fields=[field.name for field in model._meta.many_to_many])
        for item in settings.AUDITLOG_INCLUDE_TRACKING_MODELS or ():
            if isinstance(item, dict):
                self.register(apps.get_model(item["model"]), m2m_fields=item.get("m2m_fields"))
            elif isinstance(item, str):
                self.register_named(*item.rpartition("."))

    def register_named(self, app, point, name):
        if point:
            self.register(apps.get_model(app, name))
        else:
            for model in apps.get_app_config(name).get_models():
                self.register(model)

    def contains(self, model):
        return __unknown__

    def unregister(self, model):
        pass


auditlog = AuditlogModelRegistry()
