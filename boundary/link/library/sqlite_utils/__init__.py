"""What does sqlite-utils export?"""

from sqlite_utils.db import Database
