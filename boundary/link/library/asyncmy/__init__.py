"""How does asyncmy connect?  As aiomysql does."""

from aiomysql import connect
from aiomysql.pool import Pool, create_pool
from pymysql.connections import Connection
