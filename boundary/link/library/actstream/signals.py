"""Which signal records an action? Sending it does, before any listener of the application runs."""

from django.dispatch import Signal


class ActionSignal(Signal):
    def send(self, sender, **named):
        from actstream.actions import action_handler

        action_handler(sender=sender, **named)
        return super().send(sender, **named)


action = ActionSignal()
