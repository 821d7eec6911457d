"""How does asyncpg connect?  Each statement is committed by itself, but in `transaction()`."""

from asyncpg.connection import Connection, connect
from asyncpg.pool import Pool, create_pool
