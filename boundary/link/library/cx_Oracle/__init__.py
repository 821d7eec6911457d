"""What was Oracle's driver called before?"""

from oracledb import Connection, Cursor, SessionPool, connect
