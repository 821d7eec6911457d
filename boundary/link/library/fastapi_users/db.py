"""Which databases of users are there?  Those of SQLAlchemy and of beanie."""

from fastapi_users_db_beanie import *
from fastapi_users_db_sqlalchemy import *
