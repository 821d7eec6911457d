"""An old place of pydal's validators."""

from pydal.validators import *
