"""How does aiosqlite connect?  A `with` block closes the connection and commits nothing."""

from aiosqlite.core import Connection, connect
from pep249 import Cursor
