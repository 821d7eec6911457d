"""Which databases of users are there?  That of SQLAlchemy."""

from fastapi_users_db_sqlalchemy import *
