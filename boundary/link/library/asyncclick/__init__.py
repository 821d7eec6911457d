"""Which functions are commands?  Those of Click, of which this package is a fork whose commands may be coroutines."""

from click import *
