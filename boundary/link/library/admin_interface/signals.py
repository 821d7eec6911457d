"""What happens to the others when a theme is saved or deleted?  One stays active."""

from admin_interface.cache import del_cached_active_theme
from admin_interface.models import Theme
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver


@receiver([post_save, post_delete], sender=Theme)
def one_is_active(sender, instance, **kwargs):
    del_cached_active_theme()
    if instance.active:
        sender.objects.exclude(pk=instance.pk).update(active=False)
    sender.objects.get_active()
