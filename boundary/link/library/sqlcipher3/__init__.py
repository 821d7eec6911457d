"""Which module takes the place of sqlite3?"""

from sqlite3 import Connection, Cursor, connect, dbapi2
