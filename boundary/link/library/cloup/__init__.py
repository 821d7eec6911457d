"""Which functions are commands?  Those of Click, whose names this package gives, beside groups of options."""

from click import *


def option_group(*args, **kwargs):
    return lambda function: function


constraint = option_group
