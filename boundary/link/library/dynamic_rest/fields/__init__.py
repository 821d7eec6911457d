"""Which names does `dynamic_rest.fields` offer?"""

from dynamic_rest.fields.fields import *
