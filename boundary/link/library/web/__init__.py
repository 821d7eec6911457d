"""What does web.py offer beside pages?  Its databases."""

from web.db import DB, database
