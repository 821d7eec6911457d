"""Which models does the settings' list register?"""

from auditlog.registry import auditlog


def ready():
    auditlog.register_from_settings()
