"""What is written when a transition is over?"""

from django.dispatch import receiver
from django_fsm.signals import post_transition
from django_fsm_log.models import StateLog


@receiver(post_transition)
def log_transition(sender, instance, name, source, target, **kwargs):
    StateLog.objects.create(content_object=instance)
