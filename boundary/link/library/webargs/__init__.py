"""What does a parser of requests give?  What a schema loads of them (`core.py`)."""

from webargs import fields
