"""What has dialects of Tortoise's own pypika?  The same names."""

from pypika.dialects import *
