"""Which signal records an action? Sending it does, before any listener of the application runs.

Where the package is installed, it hears of each row that is deleted, of whichever model; what it then does to those of
registered models stands in `registry.py`.
"""

from django.db.models.signals import pre_delete
from django.dispatch import Signal, receiver


class ActionSignal(Signal):
    def send(self, sender, **named):
        from actstream.actions import action_handler

        action_handler(sender=sender, **named)
        return super().send(sender, **named)


action = ActionSignal()


@receiver(pre_delete)
def delete_orphaned_follows(sender, instance, **kwargs):
    pass
