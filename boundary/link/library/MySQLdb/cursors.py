"""Which cursors does mysqlclient have?"""

from pep249 import Cursor


class DictCursor(Cursor):
    pass


class SSCursor(Cursor):
    pass


class SSDictCursor(Cursor):
    pass
