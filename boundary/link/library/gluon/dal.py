"""An old place of pydal."""

from pydal.base import DAL
from pydal.objects import Field, Query, Row, Rows, Set, Table
