"""Which cursors does asyncmy have?"""

from pymysql.cursors import Cursor, DictCursor, SSCursor
