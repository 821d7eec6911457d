"""How does `databases` connect?  Each statement is committed by itself, but in `transaction()`."""

from databases.core import Database, DatabaseURL
