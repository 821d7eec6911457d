from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "shop.audit"
    verbose_name = "Audit log"
