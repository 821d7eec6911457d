"""What do settings that are kept in a table read and write?  Each is a row, asked for where it is read."""

from dbsettings.group import Group
from dbsettings.values import *
