"""What is written when a row changes whose model is registered?"""

from auditlog.models import LogEntry
from auditlog.signals import post_log, pre_log


def log_create(sender, instance, created, **kwargs):
    if created:
        _create_log_entry(sender, instance, None)


def log_update(sender, instance, **kwargs):
    if not instance._state.adding:
        _create_log_entry(sender, instance, sender._default_manager.filter(pk=instance.pk).first())


def log_delete(sender, instance, **kwargs):
    _create_log_entry(sender, instance, instance)


def log_access(sender, instance, **kwargs):
    _create_log_entry(sender, instance, None)


def _create_log_entry(sender, instance, old):
    pre_log.send(sender, instance=instance, action=__unknown__)
    entry = LogEntry.objects.log_create(instance)
    post_log.send(sender, instance=instance, instance_old=old, action=__unknown__, log_entry=entry)


def log_m2m_changes(instance, model, **kwargs):
    LogEntry.objects.log_m2m_changes(model._default_manager.filter(pk__in=__unknown__), instance, __unknown__, __unknown__)
