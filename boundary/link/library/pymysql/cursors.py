"""Which cursors does PyMySQL have?"""

from pep249 import Cursor


class DictCursor(Cursor):
    pass


class SSCursor(Cursor):
    pass


class SSDictCursor(Cursor):
    pass
