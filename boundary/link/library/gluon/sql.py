"""An older place of pydal."""

from pydal.base import DAL as SQLDB
from pydal.base import DAL
from pydal.objects import Field
from pydal.objects import Field as SQLField
