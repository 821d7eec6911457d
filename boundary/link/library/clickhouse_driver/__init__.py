"""What does clickhouse-driver export?  `../../frameworks/warehouses.py` says what its clients do."""

from clickhouse_driver.client import Client
from clickhouse_driver.dbapi import connect
