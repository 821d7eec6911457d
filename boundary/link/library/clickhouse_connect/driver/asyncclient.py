"""Where is the client of clickhouse-connect whose methods are awaited?"""

from clickhouse_connect.driver.client import AsyncClient
