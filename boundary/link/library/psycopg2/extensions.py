"""Which classes are psycopg2's connections and cursors?"""

from pep249 import CommittingConnection
from pep249 import Cursor as cursor


class connection(CommittingConnection):
    notifies = notices = [__unknown__]

    def poll(self): ...

    def fileno(self): ...
