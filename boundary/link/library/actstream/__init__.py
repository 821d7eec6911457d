"""Which names does `actstream` offer?"""

from actstream.signals import action
