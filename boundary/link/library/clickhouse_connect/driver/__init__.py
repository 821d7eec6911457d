"""Where does clickhouse-connect keep its clients?"""

from clickhouse_connect import create_async_client, create_client
from clickhouse_connect.driver.asyncclient import AsyncClient
from clickhouse_connect.driver.client import Client
