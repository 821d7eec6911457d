"""What does Tortoise's own pypika export?  The same names."""

from pypika import *
from pypika_tortoise import dialects, functions, queries, terms
