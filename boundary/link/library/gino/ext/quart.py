"""Which object is the database in applications of quart?  The one that GINO has."""

from gino.api import Gino
