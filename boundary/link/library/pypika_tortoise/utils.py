"""What has utils of Tortoise's own pypika?  The same names."""

from pypika.utils import *
