"""Which object is the database in applications of tornado?  The one that GINO has."""

from gino.api import Gino
