"""What is the module behind sqlite3 called?"""

from sqlite3 import Connection, Cursor, connect
