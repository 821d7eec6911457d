"""What is cytoolz?  The functions of toolz, compiled."""

from toolz import *
