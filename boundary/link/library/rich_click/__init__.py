"""Which functions are commands?  Those of Click, whose names this package gives."""

from click import *
from click import Context as RichContext
from click import Group as RichGroup
