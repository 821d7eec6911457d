"""How does Arrow's driver connect?  As its manager says."""

from adbc_driver_manager.dbapi import connect
