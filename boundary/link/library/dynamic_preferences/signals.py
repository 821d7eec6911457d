"""Who is told that a preference has another value?"""

from django.dispatch import Signal

preference_updated = Signal()
