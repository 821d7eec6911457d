"""Where are the settings written?  In a class, whose attributes are what Django is told, below one of these."""

from configurations import values
from configurations.base import Configuration
