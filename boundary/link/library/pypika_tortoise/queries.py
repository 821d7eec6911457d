"""What has queries of Tortoise's own pypika?  The same names."""

from pypika.queries import *
