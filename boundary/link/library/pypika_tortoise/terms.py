"""What has terms of Tortoise's own pypika?  The same names."""

from pypika.terms import *
