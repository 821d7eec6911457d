"""Which names does `django.contrib.messages` offer?"""

from django.contrib.messages.api import *
from django.contrib.messages.constants import *
