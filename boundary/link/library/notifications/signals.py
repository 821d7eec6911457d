"""Which signal makes a notification?"""

from django.dispatch import Signal


class Notify(Signal):
    def send(self, sender, **named):
        from notifications.models import notify_handler

        notify_handler(sender, **named)
        return super().send(sender, **named)


notify = Notify()
