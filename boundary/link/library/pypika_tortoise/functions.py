"""What has functions of Tortoise's own pypika?  The same names."""

from pypika.functions import *
