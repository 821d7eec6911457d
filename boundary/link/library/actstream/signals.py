"""Which signal records an action?"""

from actstream.actions import action_handler
from django.dispatch import Signal

action = Signal()

action.connect(action_handler, dispatch_uid="actstream.models")
